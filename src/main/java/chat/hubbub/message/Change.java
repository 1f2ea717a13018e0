package chat.hubbub.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An event about an earlier message of its topic. */
public sealed interface Change extends Event permits Edited, Deleted, Reacted, Previewed {

	/**
	 * The message that it is about.
	 * @return the number of the event that posted the message
	 */
	long target();

	/**
	 * The topic's name.
	 * @return the name for JSON
	 */
	@JsonProperty
	default String topic() {
		return topicName().value();
	}

	/**
	 * An id in the form of message ids.
	 * @return an id made by the server
	 */
	@JsonProperty
	default String id() {
		return topicName() + "-" + seq();
	}

	/**
	 * The text for clients that know only messages.
	 * @return the empty text, unless the change gives the message another one
	 */
	@Override
	@JsonProperty
	default String text() {
		return "";
	}

}
