package chat.hubbub.unread;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The people whom the newest messages of a topic mention, as numbers that tell them from
 * most others. Limited in number; of more, the oldest are dropped. Not thread-safe.
 */
final class PostMentions {

	/** The maximum number of mentions. */
	static final int MOST = 5_000;

	private static final int MESSAGE_BYTES = 128;

	private static final int PERSON_BYTES = 24;

	private final NavigableMap<Long, List<Integer>> people = new TreeMap<>();

	private int size;

	/** Sets the people of a message, in place of the former ones. */
	void put(long seq, List<Integer> mentioned) {
		remove(seq);
		this.people.put(seq, mentioned);
		this.size += mentioned.size();
		while (this.size > MOST) {
			this.size -= this.people.pollFirstEntry().getValue().size();
		}
	}

	/** Sets the people of a message, unless they have been set before. */
	void putIfAbsent(long seq, List<Integer> mentioned) {
		if (!mentioned.isEmpty() && !this.people.containsKey(seq)) {
			put(seq, mentioned);
		}
	}

	void remove(long seq) {
		List<Integer> former = this.people.remove(seq);
		this.size -= (former != null) ? former.size() : 0;
	}

	/** Removes all messages before a number. */
	void removeBefore(long seq) {
		if (this.people.isEmpty() || this.people.firstKey() >= seq) {
			return;
		}
		NavigableMap<Long, List<Integer>> older = this.people.headMap(seq, false);
		older.values().forEach((mentioned) -> this.size -= mentioned.size());
		older.clear();
	}

	/** The number of messages from a number on that mention a person. */
	int count(long from, int person) {
		if (this.people.isEmpty()) {
			return 0;
		}
		int count = 0;
		for (List<Integer> mentioned : this.people.tailMap(from).values()) {
			count += mentioned.contains(person) ? 1 : 0;
		}
		return count;
	}

	/** Its approximate size on the heap. */
	long bytes() {
		return (long) MESSAGE_BYTES * this.people.size() + (long) PERSON_BYTES * this.size;
	}

}
