package chat.hubbub.message;

import java.time.Instant;
import java.util.Set;
import java.util.function.LongFunction;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import chat.hubbub.topic.TopicName;

/**
 * The event that a message has another text. Former texts are not kept: an event that is
 * read later has the text that the message has then.
 *
 * @param topicName the topic, in JSON {@code topic}
 * @param seq the event's own number in the topic
 * @param target the number of the edited message
 * @param sender the name of the user who edited it
 * @param text the present text; empty after the message was deleted
 * @param sentAt the time of the edit, to the millisecond
 * @param editedAt the time of the message's last edit
 * @param deleted whether the message was deleted since; in JSON only if it was
 * @param mentions the people whom the present text mentions, in JSON as further fields
 * @param preview the present preview of its first link, or {@code null}; in JSON only if
 * there is one
 * @param addressed the {@linkplain Mentions#people() keys} of the people whom this edit
 * mentions for the first time; not in JSON, and empty if it was read from the store
 */
@JsonPropertyOrder({ "type", "topic", "seq", "id", "target", "sender", "text", "sentAt", "editedAt", "deleted" })
public record Edited(@JsonIgnore TopicName topicName, long seq, long target, String sender, String text, Instant sentAt,
		Instant editedAt, @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean deleted,
		@JsonUnwrapped Mentions mentions, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Preview preview,
		@JsonIgnore Set<String> addressed) implements Change {

	/** An edit without mentions and without a preview. */
	Edited(TopicName topicName, long seq, long target, String sender, String text, Instant sentAt, Instant editedAt,
			boolean deleted) {
		this(topicName, seq, target, sender, text, sentAt, editedAt, deleted, Mentions.NONE, null, Set.of());
	}

	/**
	 * The kind of event.
	 * @return always {@code edited}
	 */
	@Override
	@JsonProperty
	public String type() {
		return "edited";
	}

	@Override
	public Event present(LongFunction<@Nullable Posted> changed) {
		Posted state = changed.apply(this.target);
		if (state == null) {
			return this;
		}
		Instant at = state.present().editedAt();
		return new Edited(this.topicName, this.seq, this.target, this.sender, state.text(), this.sentAt,
				(at != null) ? at : this.editedAt, state.deleted(), state.present().mentions(),
				state.present().preview(), Set.of());
	}

	@Override
	public long moreBytes() {
		return this.mentions.jsonBytes() + Preview.jsonBytes(this.preview);
	}

	/** The event with other mentions. */
	Edited with(Mentions others) {
		return new Edited(this.topicName, this.seq, this.target, this.sender, this.text, this.sentAt, this.editedAt,
				this.deleted, others, this.preview, this.addressed);
	}

	/** The event with another preview. */
	Edited withPreview(@Nullable Preview other) {
		return new Edited(this.topicName, this.seq, this.target, this.sender, this.text, this.sentAt, this.editedAt,
				this.deleted, this.mentions, other, this.addressed);
	}

}
