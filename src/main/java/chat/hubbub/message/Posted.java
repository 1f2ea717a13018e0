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
 * @param content what they said, as they sent it, in JSON {@code text}; empty once it is
 * {@linkplain Deleted deleted}
 * @param sentAt when it was stored, to the millisecond
 * @param headers the sender's own headers, which travel in the frame and not in the JSON
 * @param deleted whether it was deleted: nobody can read any more what it said. In JSON
 * only if it was.
 */
@JsonPropertyOrder({ "type", "topic", "seq", "id", "sender", "text", "sentAt", "deleted" })
public record Posted(@JsonIgnore TopicName topicName, long seq, String id, String sender, @JsonIgnore Content content,
		Instant sentAt, @JsonIgnore CustomHeaders headers,
		@JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean deleted) implements Event {

	/**
	 * What kind of event this is.
	 * @return always {@code posted}
	 */
	@JsonProperty
	public String type() {
		return "posted";
	}

	/**
	 * The text.
	 * @return the text of its content
	 */
	@JsonProperty
	public String text() {
		return this.content.text();
	}

	/**
	 * The topic's name.
	 * @return the name as it stands in JSON
	 */
	@JsonProperty
	public String topic() {
		return this.topicName.value();
	}

	static Posted of(Post post, long seq, Instant now) {
		Draft draft = post.draft();
		return new Posted(post.topic(), seq, id(draft.id(), post.topic(), seq), post.author().getName(),
				draft.content(), now, draft.headers(), false);
	}

	/** The client's own id, or one of ours. */
	static String id(@Nullable String clientId, TopicName topic, long seq) {
		return (clientId != null) ? clientId : topic + "-" + seq;
	}

}
