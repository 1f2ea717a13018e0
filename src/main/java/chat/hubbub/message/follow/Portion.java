package chat.hubbub.message.follow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import chat.hubbub.message.Event;
import chat.hubbub.message.LogEntry;
import chat.hubbub.topic.TopicName;

/**
 * Events that a follower handles together, in the order of their topics. For one thread.
 */
final class Portion {

	private static final int FULL_ENTRIES = 1_000;

	private static final long FULL_BYTES = 1024 * 1024;

	/** For each event, so that few events do not take much memory either. */
	private static final long BYTES_PER_ENTRY = 1024;

	private final Map<TopicName, Long> stored;

	/** In the order in which every node locks them. */
	private final Map<TopicName, Long> reached = new TreeMap<>();

	private final int fullEntries;

	private final List<LogEntry> entries = new ArrayList<>();

	private long bytes;

	/**
	 * An empty portion.
	 * @param stored the stored cursors
	 * @param maxEntries how many events the follower wants at the most
	 */
	Portion(Map<TopicName, Long> stored, int maxEntries) {
		this.stored = stored;
		this.fullEntries = Math.min(FULL_ENTRIES, maxEntries);
	}

	/** The number up to which the events of a topic are stored or in this portion. */
	long position(TopicName topic) {
		Long reached = this.reached.get(topic);
		return (reached != null) ? reached : this.stored.getOrDefault(topic, 0L);
	}

	/** Adds the next event of a topic. */
	void add(LogEntry entry) {
		Event event = entry.event();
		this.reached.put(event.topicName(), event.seq());
		this.entries.add(entry);
		this.bytes += entry.bytes();
	}

	/** The number of events from the store for which it has room. */
	int room() {
		return (this.bytes < Math.min(FULL_BYTES, this.fullEntries * BYTES_PER_ENTRY))
				? this.fullEntries - this.entries.size() : 0;
	}

	boolean isEmpty() {
		return this.entries.isEmpty();
	}

	List<LogEntry> entries() {
		return Collections.unmodifiableList(this.entries);
	}

	/** How the cursors move when its events are stored, in the order of the topics. */
	List<Move> moves() {
		List<Move> moves = new ArrayList<>(this.reached.size());
		this.reached.forEach((topic, to) -> moves.add(new Move(topic, this.stored.getOrDefault(topic, 0L), to)));
		return moves;
	}

}
