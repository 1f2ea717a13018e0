/** Replay of missed events, from memory and from the store. */
@NullMarked
package chat.hubbub.broker.replay;

import org.jspecify.annotations.NullMarked;
