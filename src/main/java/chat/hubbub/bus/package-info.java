/** Facts that every node must receive, and the bus that carries them. */
@NullMarked
package chat.hubbub.bus;

import org.jspecify.annotations.NullMarked;
