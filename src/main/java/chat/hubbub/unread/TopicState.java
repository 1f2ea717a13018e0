package chat.hubbub.unread;

/**
 * The state of a topic for a person.
 *
 * @param topic the topic's name
 * @param head the number of its newest event
 * @param read the number of the last event that the person has read
 * @param unread the number of messages of others after that; the newest
 * {@value Posts#MOST} count
 * @param mentions how many of them mention the person
 * @param level the messages that the person wants to be told of
 * @param favourite whether the topic is among the person's favourites
 */
record TopicState(String topic, long head, long read, int unread, int mentions, Level level, boolean favourite) {

}
