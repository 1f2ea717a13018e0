package chat.hubbub.message;

import chat.hubbub.topic.TopicName;

/**
 * The key of a client's own id, which is unique for its sender in a topic.
 *
 * @param topic the topic
 * @param login the name that the sender asked for, which stays the same after a reconnect
 * @param value the id
 */
record ClientId(TopicName topic, String login, String value) {

}
