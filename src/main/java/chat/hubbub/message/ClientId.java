package chat.hubbub.message;

import chat.hubbub.topic.TopicName;

/**
 * What makes a client's own id unique: it is its sender's, in its topic.
 *
 * @param topic the topic
 * @param login the name that the sender asked for, which outlives a reconnect
 * @param value the id
 */
record ClientId(TopicName topic, String login, String value) {

}
