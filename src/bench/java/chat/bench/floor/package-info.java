/** The best that plain Java can do. */
@NullMarked
package chat.bench.floor;

import org.jspecify.annotations.NullMarked;
