/** The servers under load, each a process of its own. */
@NullMarked
package chat.hubbub.bench.peer;

import org.jspecify.annotations.NullMarked;
