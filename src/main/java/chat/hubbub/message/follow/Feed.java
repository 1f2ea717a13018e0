package chat.hubbub.message.follow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import chat.hubbub.message.Committed;
import chat.hubbub.message.Event;
import chat.hubbub.message.LogEntry;
import chat.hubbub.message.Posted;
import chat.hubbub.topic.TopicName;

/**
 * The committed events that wait in memory for one follower, limited in bytes. If they
 * exceed the limit, all of them are dropped, because the follower can read them from the
 * store. The writer adds, the follower takes. Thread-safe.
 */
final class Feed {

	/** If it was told of more topics, the heads of all are read from the store. */
	private static final int MAX_AHEAD = 1_000;

	private final long maxBytes;

	private final Deque<Committed> waiting = new ArrayDeque<>();

	/** The numbers of the newest events that have to be read from the store. */
	private final Map<TopicName, Long> ahead = new HashMap<>();

	private long bytes;

	private boolean overflowed;

	private boolean closed;

	/** Whether the follower waits for the next event. */
	private boolean idle;

	Feed(long maxBytes) {
		this.maxBytes = maxBytes;
	}

	/** Adds the events of a commit. Wakes the follower only if it should not wait. */
	synchronized void add(Committed committed) {
		if (this.overflowed) {
			return;
		}
		if (this.bytes + committed.bytes() > this.maxBytes) {
			clear(true);
		}
		else {
			this.waiting.add(committed);
			this.bytes += committed.bytes();
		}
		if (this.idle || isHalfFull()) {
			notifyAll();
		}
	}

	/** Waits until there are events, or until it has overflowed or is closed. */
	synchronized void await() throws InterruptedException {
		this.idle = true;
		try {
			while (this.waiting.isEmpty() && this.ahead.isEmpty() && !this.overflowed && !this.closed) {
				wait();
			}
		}
		finally {
			this.idle = false;
		}
	}

	/** Waits for some time, unless it is half full or closed. */
	synchronized void pause(long nanos) throws InterruptedException {
		long end = System.nanoTime() + nanos;
		long left = nanos;
		while (left > 0 && !isHalfFull() && !this.closed) {
			TimeUnit.NANOSECONDS.timedWait(this, left);
			left = end - System.nanoTime();
		}
	}

	/**
	 * Takes the oldest events, in whole commits.
	 * @param atMost the maximum number of events, unless the first commit has more
	 * @return the events; messages that were changed since are in their new state
	 */
	List<LogEntry> take(int atMost) {
		List<LogEntry> entries = new ArrayList<>();
		Map<Place, Posted> states = new HashMap<>();
		synchronized (this) {
			this.waiting.forEach((each) -> each.changed().forEach((state) -> states.put(Place.of(state), state)));
			Committed next = this.waiting.peek();
			while (next != null && hasRoom(entries, next, atMost)) {
				entries.addAll(next.entries());
				this.bytes -= next.bytes();
				this.waiting.remove();
				next = this.waiting.peek();
			}
		}
		if (!states.isEmpty()) {
			entries.replaceAll((entry) -> present(entry, states));
		}
		return entries;
	}

	/** Whether events were dropped since it was last emptied. */
	synchronized boolean hasOverflowed() {
		return this.overflowed;
	}

	/**
	 * Empties it. All events that were committed before are in the store; those that are
	 * committed later are added.
	 */
	synchronized void empty() {
		clear(false);
	}

	/** Drops all events, also new ones, until it is emptied. */
	synchronized void drop() {
		clear(true);
	}

	/**
	 * There are more events in the store than it was told of. Those that wait are read
	 * from there as well, because their messages may have been changed.
	 * @param heads the numbers of the newest events
	 */
	synchronized void lag(Map<TopicName, Long> heads) {
		if (!this.overflowed) {
			heads.forEach(this::note);
			this.waiting.forEach((each) -> each.entries().forEach((entry) -> note(entry.event())));
			this.waiting.clear();
			this.bytes = 0;
		}
		if (this.ahead.size() > MAX_AHEAD) {
			clear(true);
		}
		if (this.idle) {
			notifyAll();
		}
	}

	private void note(Event event) {
		note(event.topicName(), event.seq());
	}

	private void note(TopicName topic, long head) {
		this.ahead.merge(topic, head, Math::max);
	}

	/** Takes the numbers of the newest events that have to be read from the store. */
	synchronized Map<TopicName, Long> takeAhead() {
		Map<TopicName, Long> taken = Map.copyOf(this.ahead);
		this.ahead.clear();
		return taken;
	}

	/** Ends all waiting, for ever. */
	synchronized void close() {
		this.closed = true;
		notifyAll();
	}

	synchronized boolean isClosed() {
		return this.closed;
	}

	private void clear(boolean full) {
		this.waiting.clear();
		this.ahead.clear();
		this.bytes = 0;
		this.overflowed = full;
	}

	private boolean isHalfFull() {
		return this.bytes > this.maxBytes / 2;
	}

	private static boolean hasRoom(List<LogEntry> entries, Committed next, int atMost) {
		return entries.isEmpty() || entries.size() + next.entries().size() <= atMost;
	}

	private static LogEntry present(LogEntry entry, Map<Place, Posted> states) {
		return new LogEntry(
				entry.event().present((seq) -> states.get(new Place(entry.event().topicName().value(), seq))),
				entry.author());
	}

	/**
	 * The place of a message.
	 *
	 * @param topic its topic
	 * @param seq its number
	 */
	private record Place(String topic, long seq) {

		static Place of(Event event) {
			return new Place(event.topicName().value(), event.seq());
		}

	}

}
