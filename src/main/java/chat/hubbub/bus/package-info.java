/** Facts that every node must hear of, and what carries them. */
@NullMarked
package chat.hubbub.bus;

import org.jspecify.annotations.NullMarked;
