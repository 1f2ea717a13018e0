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
 * The event that a message has a preview of its first link, or that it was removed. An
 * event that is read later has the preview that the message has then.
 *
 * @param topicName the topic, in JSON {@code topic}
 * @param seq the event's own number in the topic
 * @param target the number of the message
 * @param sender the name of the message's author, or of the user who removed the preview
 * @param sentAt the time, to the millisecond
 * @param preview the present preview, or {@code null}; in JSON only if there is one
 */
@JsonPropertyOrder({ "type", "topic", "seq", "id", "target", "sender", "text", "sentAt" })
public record Previewed(@JsonIgnore TopicName topicName, long seq, long target, String sender, Instant sentAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Preview preview) implements Change {

	/**
	 * The kind of event.
	 * @return always {@code previewed}
	 */
	@Override
	@JsonProperty
	public String type() {
		return "previewed";
	}

	@Override
	public Event present(LongFunction<@Nullable Posted> changed) {
		Posted state = changed.apply(this.target);
		return (state == null) ? this : new Previewed(this.topicName, this.seq, this.target, this.sender, this.sentAt,
				state.present().preview());
	}

	@Override
	public long moreBytes() {
		return Preview.jsonBytes(this.preview);
	}

}
