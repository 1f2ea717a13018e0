package chat.hubbub.message;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.CustomHeaders;
import chat.hubbub.topic.TopicName;

/**
 * Somebody has posted a message. As JSON it is both the body of a MESSAGE frame and an
 * element of a topic's history.
 *
 * @param topicName the topic, in JSON {@code topic}
 * @param seq the event's number in the topic: 1, 2, 3 … without gaps
 * @param id the client's own id, or one of ours
 * @param sender the name of whoever posted it
 * @param text what they said, as they sent it; empty, as none else is, once it is
 * {@linkplain Deleted deleted}
 * @param sentAt when it was stored, to the millisecond
 * @param headers the sender's own headers, which travel in the frame and not in the JSON
 */
@JsonPropertyOrder({ "type", "topic", "seq", "id", "sender", "text", "sentAt", "deleted" })
public record Posted(@JsonIgnore TopicName topicName, long seq, String id, String sender, String text, Instant sentAt,
		@JsonIgnore CustomHeaders headers) implements Event {

	Posted(TopicName topicName, long seq, String id, String sender, String text, Instant sentAt) {
		this(topicName, seq, id, sender, text, sentAt, CustomHeaders.NONE);
	}

	/**
	 * What kind of event this is.
	 * @return always {@code posted}
	 */
	@JsonProperty
	public String type() {
		return "posted";
	}

	/**
	 * Whether it was deleted. In JSON only if it was.
	 * @return {@code true} if nobody can read any more what it said
	 */
	@JsonProperty
	@JsonInclude(JsonInclude.Include.NON_DEFAULT)
	public boolean deleted() {
		return this.text.isEmpty();
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
		return of(topic, seq, clientId, sender, text, sentAt, CustomHeaders.NONE);
	}

	static Posted of(TopicName topic, long seq, @Nullable String clientId, String sender, String text, Instant sentAt,
			CustomHeaders headers) {
		return new Posted(topic, seq, (clientId != null) ? clientId : topic + "-" + seq, sender, text, sentAt, headers);
	}

}
