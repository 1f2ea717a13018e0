/** What bare Java can do at best. */
@NullMarked
package chat.hubbub.bench.floor;

import org.jspecify.annotations.NullMarked;
