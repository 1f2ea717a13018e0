/** The servers under load, each a process of its own. */
@NullMarked
package chat.bench.peer;

import org.jspecify.annotations.NullMarked;
