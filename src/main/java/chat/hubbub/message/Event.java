package chat.hubbub.message;

import chat.hubbub.topic.TopicName;

/**
 * Something that happened in a topic, with a number in its log. Whatever it is, as JSON
 * it has a {@code sender} and a {@code text}, so that a client that knows no more than
 * those can show it.
 */
public sealed interface Event permits Posted, Deleted {

	/**
	 * Where it happened.
	 * @return the topic's name
	 */
	TopicName topicName();

	/**
	 * The event's number in the topic.
	 * @return 1, 2, 3 … without gaps
	 */
	long seq();

}
