package chat.hubbub.message;

import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.wire.CustomHeaders;
import chat.hubbub.topic.TopicName;

/**
 * The event that a message was posted. Its JSON is both the body of a MESSAGE frame and
 * an element of a topic's history.
 *
 * @param topicName the topic, in JSON {@code topic}
 * @param seq the event's number in the topic: 1, 2, 3 … without gaps
 * @param id the client's own id, or an id made by the server
 * @param sender the name of its sender
 * @param content the content as it was sent, in JSON {@code text}; empty after it was
 * {@linkplain Deleted deleted}
 * @param sentAt the time at which it was stored, to the millisecond
 * @param headers the sender's custom headers, which travel in the frame and not in the
 * JSON
 * @param reply the message that it replies to, or {@code null}; in JSON only if there is
 * one
 * @param present its mentions and the effects of later events, in JSON as further fields
 */
@JsonPropertyOrder({ "type", "topic", "seq", "id", "sender", "text", "sentAt" })
public record Posted(@JsonIgnore TopicName topicName, long seq, String id, String sender, @JsonIgnore Content content,
		Instant sentAt, @JsonIgnore CustomHeaders headers,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Quote reply,
		@JsonUnwrapped Present present) implements Event {

	/**
	 * The kind of event.
	 * @return always {@code posted}
	 */
	@Override
	@JsonProperty
	public String type() {
		return "posted";
	}

	/**
	 * The text.
	 * @return the text of its content
	 */
	@Override
	@JsonProperty
	public String text() {
		return this.content.text();
	}

	/**
	 * The topic's name.
	 * @return the name for JSON
	 */
	@JsonProperty
	public String topic() {
		return this.topicName.value();
	}

	static Posted of(Post post, long seq, Instant now, List<Upload> uploads) {
		Draft draft = post.draft();
		Present present = Present.UNCHANGED.with(post.mentions()).with(Upload.attachments(uploads, post.topic(), seq));
		return new Posted(post.topic(), seq, id(draft.id(), post.topic(), seq), post.author().getName(),
				draft.content(), now, draft.headers(), null, present);
	}

	/**
	 * Whether it was deleted and its text erased.
	 * @return {@code true} if it was
	 */
	@JsonIgnore
	public boolean deleted() {
		return this.present.deleted();
	}

	/** Whether other events contain its text or its preview too. */
	@JsonIgnore
	boolean isRepeated() {
		return this.present.editedAt() != null || this.present.replies() > 0 || this.present.preview() != null;
	}

	/** The message with another text. */
	Posted edited(String text, Mentions mentions, @Nullable Preview preview, Instant at) {
		return with(this.content.withText(text), this.headers, this.reply,
				this.present.edited(at).with(mentions).withPreview(preview));
	}

	/** The message with another preview. */
	Posted withPreview(@Nullable Preview preview) {
		return with(this.content, this.headers, this.reply, this.present.withPreview(preview));
	}

	@Override
	public long moreBytes() {
		long bytes = this.present.reactions().jsonBytes() + this.present.mentions().jsonBytes()
				+ Preview.jsonBytes(this.present.preview());
		for (Attachment attachment : this.present.attachments()) {
			bytes += attachment.jsonBytes();
		}
		return bytes;
	}

	/** The message with other reactions. */
	Posted with(Reactions reactions) {
		return with(this.content, this.headers, this.reply, this.present.with(reactions));
	}

	/** The message with other mentions. */
	Posted with(Mentions mentions) {
		return with(this.content, this.headers, this.reply, this.present.with(mentions));
	}

	/** The message without its text and headers. */
	Posted tombstone(String by) {
		return with(Content.ERASED, CustomHeaders.NONE, null, Present.deleted(by, this.present.replies()));
	}

	/** The message with the present state of the message that it replies to. */
	Posted quoting(Quote quote) {
		return with(this.content, this.headers, quote, this.present);
	}

	private Posted with(Content other, CustomHeaders custom, @Nullable Quote quote, Present state) {
		return new Posted(this.topicName, this.seq, this.id, this.sender, other, this.sentAt, custom, quote, state);
	}

	/** The client's own id, or an id made by the server. */
	static String id(@Nullable String clientId, TopicName topic, long seq) {
		return (clientId != null) ? clientId : topic + "-" + seq;
	}

	@Override
	public Event present(LongFunction<@Nullable Posted> changed) {
		Posted state = changed.apply(this.seq);
		Posted now = (state != null) ? state : this;
		Posted original = (now.reply != null) ? changed.apply(now.reply.seq()) : null;
		return (original != null) ? now.quoting(Quote.of(original)) : now;
	}

}
