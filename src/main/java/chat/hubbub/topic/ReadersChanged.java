package chat.hubbub.topic;

import java.util.Optional;
import java.util.function.Predicate;

import chat.hubbub.account.User;

/**
 * A ban from a topic has begun or ended; the topic's settings and members are unchanged.
 *
 * @param topic the topic
 * @param whom matches the users that it concerns
 * @param key the name by which all their connections are found; empty if it concerns
 * guests of any name
 */
public record ReadersChanged(TopicName topic, Predicate<User> whom, Optional<String> key) {

}
