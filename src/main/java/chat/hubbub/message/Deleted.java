package chat.hubbub.message;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import chat.hubbub.topic.TopicName;

/**
 * Somebody has deleted a message: from now on it has no text. As JSON it is both the body
 * of a MESSAGE frame and an element of a topic's history.
 *
 * @param topicName the topic, in JSON {@code topic}
 * @param seq the event's own number in the topic
 * @param target the number of the message that was deleted
 * @param sender the name of whoever deleted it
 * @param sentAt when, to the millisecond
 */
@JsonPropertyOrder({ "type", "topic", "seq", "id", "target", "sender", "text", "sentAt" })
public record Deleted(@JsonIgnore TopicName topicName, long seq, long target, String sender,
		Instant sentAt) implements Event {

	/**
	 * What kind of event this is.
	 * @return always {@code deleted}
	 */
	@JsonProperty
	public String type() {
		return "deleted";
	}

	/**
	 * The topic's name.
	 * @return the name as it stands in JSON
	 */
	@JsonProperty
	public String topic() {
		return this.topicName.value();
	}

	/**
	 * An id as messages have one.
	 * @return one of ours
	 */
	@JsonProperty
	public String id() {
		return this.topicName + "-" + this.seq;
	}

	/**
	 * What a client shows that knows of messages only: nothing.
	 * @return the empty text
	 */
	@JsonProperty
	public String text() {
		return "";
	}

}
