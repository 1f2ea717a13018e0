package chat.hubbub.message;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

import chat.hubbub.topic.TopicName;

/**
 * Somebody has posted a message. As JSON it is both the body of a MESSAGE frame and an
 * element of a topic's history.
 *
 * @param topicName the topic, in JSON {@code topic}
 * @param seq the event's number in the topic: 1, 2, 3 … without gaps
 * @param id the client's own id, or one of ours
 * @param sender the name of whoever posted it
 * @param text what they said, as they sent it
 * @param sentAt when it was stored, to the millisecond
 */
@JsonPropertyOrder({ "type", "topic", "seq", "id", "sender", "text", "sentAt" })
public record Posted(@JsonIgnore TopicName topicName, long seq, String id, String sender, String text, Instant sentAt) {

	/**
	 * What kind of event this is.
	 * @return always {@code posted}
	 */
	@JsonProperty
	public String type() {
		return "posted";
	}

	/**
	 * The topic's name.
	 * @return the name as it stands in JSON
	 */
	@JsonProperty
	public String topic() {
		return this.topicName.value();
	}

	static Posted of(TopicName topic, long seq, @Nullable String clientId, String sender, String text, Instant sentAt) {
		return new Posted(topic, seq, (clientId != null) ? clientId : topic + "-" + seq, sender, text, sentAt);
	}

}
