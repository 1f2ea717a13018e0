package chat.hubbub.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import org.jspecify.annotations.Nullable;

import chat.hubbub.topic.TopicName;

/**
 * The event that people added reactions to a message or took them back: all who did so
 * within a moment. A person's earlier choice is not kept, so an event that is read later
 * may have fewer names, and none after the message was deleted.
 *
 * @param topicName the topic, in JSON {@code topic}
 * @param seq the event's own number in the topic
 * @param target the number of the message
 * @param sender the name of the first of these people
 * @param sentAt the time, to the millisecond
 * @param added the names of those who added an emoji, by the emoji
 * @param removed the names of those who took it back
 * @param counts the number of people with each of these emoji
 */
@JsonPropertyOrder({ "type", "topic", "seq", "id", "target", "sender", "text", "sentAt" })
public record Reacted(@JsonIgnore TopicName topicName, long seq, long target, String sender, Instant sentAt,
		Map<String, List<String>> added, Map<String, List<String>> removed,
		Map<String, Integer> counts) implements Change {

	/** The bytes of an emoji and its number in JSON. */
	private static final long COUNT_BYTES = 100;

	/** The event before its names and counts are read. */
	Reacted(TopicName topicName, long seq, long target, String sender, Instant sentAt) {
		this(topicName, seq, target, sender, sentAt, Map.of(), Map.of(), Map.of());
	}

	/**
	 * The kind of event.
	 * @return always {@code reacted}
	 */
	@Override
	@JsonProperty
	public String type() {
		return "reacted";
	}

	/** After the message was deleted, no names are left. */
	@Override
	public Event present(LongFunction<@Nullable Posted> changed) {
		Posted message = changed.apply(this.target);
		return (message != null && message.deleted()) ? with(Map.of(), Map.of(), Map.of()) : this;
	}

	@Override
	public long moreBytes() {
		return Reactions.jsonBytes(this.added) + Reactions.jsonBytes(this.removed) + COUNT_BYTES * this.counts.size();
	}

	/** The event with other names and counts. */
	Reacted with(Map<String, List<String>> on, Map<String, List<String>> off, Map<String, Integer> present) {
		return new Reacted(this.topicName, this.seq, this.target, this.sender, this.sentAt, on, off, present);
	}

}
