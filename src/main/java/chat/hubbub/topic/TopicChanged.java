package chat.hubbub.topic;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;

/**
 * A topic's settings or people have changed, and with them perhaps what somebody may do
 * there.
 *
 * @param before what was
 * @param after what is, unless it has changed again meanwhile
 * @param by who changed it, {@code null} for the server itself
 */
public record TopicChanged(Rights before, Rights after, @Nullable User by) {

}
