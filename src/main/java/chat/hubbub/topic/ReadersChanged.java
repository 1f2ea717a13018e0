package chat.hubbub.topic;

import java.util.function.Predicate;

import chat.hubbub.account.User;

/**
 * A ban from a topic has begun or ended; the topic's settings and members are unchanged.
 *
 * @param topic the topic
 * @param whom matches the users that it concerns
 */
public record ReadersChanged(TopicName topic, Predicate<User> whom) {

}
