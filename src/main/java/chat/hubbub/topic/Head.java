package chat.hubbub.topic;

/**
 * How far a topic has come.
 *
 * @param topic its name
 * @param seq the number of its newest event, 0 when it has none
 */
record Head(TopicName topic, long seq) {

}
