package chat.hubbub.message;

import java.time.Instant;
import java.util.function.LongFunction;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

import chat.hubbub.topic.TopicName;

/**
 * The event that a message was deleted; the message has no text from then on. Its JSON is
 * both the body of a MESSAGE frame and an element of a topic's history.
 *
 * @param topicName the topic, in JSON {@code topic}
 * @param seq the event's own number in the topic
 * @param target the number of the deleted message
 * @param sender the name of the user who deleted it
 * @param sentAt the time of the deletion, to the millisecond
 * @param reply the message that the deleted one replied to, or {@code null}; in JSON only
 * if there is one
 */
@JsonPropertyOrder({ "type", "topic", "seq", "id", "target", "sender", "text", "sentAt" })
public record Deleted(@JsonIgnore TopicName topicName, long seq, long target, String sender, Instant sentAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Quote reply) implements Change {

	/** The same with the present state of the message that the deleted one replied to. */
	Deleted quoting(Quote quote) {
		return new Deleted(this.topicName, this.seq, this.target, this.sender, this.sentAt, quote);
	}

	/**
	 * The kind of event.
	 * @return always {@code deleted}
	 */
	@Override
	@JsonProperty
	public String type() {
		return "deleted";
	}

	@Override
	public Event present(LongFunction<@Nullable Posted> changed) {
		Posted original = (this.reply != null) ? changed.apply(this.reply.seq()) : null;
		return (original != null) ? quoting(Quote.of(original)) : this;
	}

}
