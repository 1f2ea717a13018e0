/** What subscribers have missed, from memory and from the store. */
@NullMarked
package chat.hubbub.broker.replay;

import org.jspecify.annotations.NullMarked;
