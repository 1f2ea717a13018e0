package chat.hubbub.topic;

import java.util.function.Predicate;

import chat.hubbub.account.User;

/**
 * Somebody was kept out of a topic, or is no longer, though its settings and its people
 * are the same.
 *
 * @param topic the topic
 * @param whom who it is
 */
public record ReadersChanged(TopicName topic, Predicate<User> whom) {

}
