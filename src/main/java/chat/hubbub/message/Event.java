package chat.hubbub.message;

import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

import chat.hubbub.topic.TopicName;

/**
 * An event of a topic, with its number in the topic's log. The JSON of every kind has a
 * {@code sender} and a {@code text}, so that a client that knows only these can show it.
 */
public sealed interface Event permits Posted, Change {

	/**
	 * The topic of the event.
	 * @return the topic's name
	 */
	TopicName topicName();

	/**
	 * The event's number in the topic.
	 * @return 1, 2, 3 … without gaps
	 */
	long seq();

	/**
	 * Its kind.
	 * @return for example {@code posted}
	 */
	String type();

	/**
	 * Its text.
	 * @return the text, empty for a kind of event without a text
	 */
	String text();

	/**
	 * The same event without texts that were erased since.
	 * @param changed finds a message that was changed, in its new state
	 * @return the event with the new texts of these messages
	 */
	Event present(LongFunction<@Nullable Posted> changed);

	/**
	 * The bytes that the names in it take in JSON.
	 * @return an upper limit in bytes, without the sender
	 */
	default long moreBytes() {
		return 0;
	}

}
