package chat.hubbub.message;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import chat.hubbub.topic.TopicName;

/**
 * The new events of one commit. Immutable.
 *
 * @param at the time of the transaction, which all its events have; on PostgreSQL by the
 * database's clock
 * @param entries the events, in their order
 * @param changed the messages that these events changed, in their new state
 * @param bytes the approximate size on the heap
 */
public record Committed(Instant at, List<LogEntry> entries, List<Posted> changed, long bytes) {

	static Committed of(Instant at, List<LogEntry> entries, List<Posted> changed) {
		long bytes = 0;
		for (LogEntry entry : entries) {
			bytes += entry.bytes();
		}
		return new Committed(at, entries, changed, bytes);
	}

	/**
	 * The numbers of its events.
	 * @return a new map from each topic to its first and last new number; the numbers
	 * between them are new too
	 */
	public Map<TopicName, Range> ranges() {
		Map<TopicName, Range> ranges = new LinkedHashMap<>();
		for (LogEntry entry : this.entries) {
			long seq = entry.event().seq();
			ranges.merge(entry.event().topicName(), new Range(seq, seq), Range::to);
		}
		return ranges;
	}

	/**
	 * The new events of a topic.
	 *
	 * @param first the number of the first
	 * @param last the number of the last
	 */
	public record Range(long first, long last) {

		private Range to(Range later) {
			return new Range(this.first, later.last);
		}

	}

}
