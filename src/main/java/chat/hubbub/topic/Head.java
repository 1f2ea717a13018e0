package chat.hubbub.topic;

/**
 * The newest event of a topic.
 *
 * @param topic the topic's name
 * @param seq the number of its newest event, 0 without events
 */
record Head(TopicName topic, long seq) {

}
