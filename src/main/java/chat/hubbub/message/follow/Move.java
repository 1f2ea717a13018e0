package chat.hubbub.message.follow;

import chat.hubbub.topic.TopicName;

/**
 * A move of a follower's cursor in a topic.
 *
 * @param topic the topic
 * @param from the stored number, 0 if there is no cursor yet
 * @param to the new number
 */
record Move(TopicName topic, long from, long to) {

}
