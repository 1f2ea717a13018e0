package chat.hubbub.unread;

import org.jspecify.annotations.Nullable;

/**
 * A state that the clients of a person do not know.
 *
 * @param state the state
 * @param knownBy the queue of the connection that knows it nevertheless, or {@code null}
 */
record News(TopicState state, @Nullable String knownBy) {

}
