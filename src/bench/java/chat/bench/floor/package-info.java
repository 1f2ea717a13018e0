/** What bare Java can do at best. */
@NullMarked
package chat.bench.floor;

import org.jspecify.annotations.NullMarked;
