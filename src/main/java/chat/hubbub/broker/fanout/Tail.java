package chat.hubbub.broker.fanout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import chat.hubbub.broker.wire.EncodedMessage;

/**
 * The newest events of one topic, already encoded, for clients that were offline for a
 * moment. Limited in number and in bytes. Thread-safe.
 */
public final class Tail {

	private static final int MAX_EVENTS = 256;

	private static final int MAX_BYTES = 64 * 1024;

	private final ArrayDeque<EncodedMessage> events = new ArrayDeque<>();

	/** The number of the newest event, also after it was dropped. */
	private long head;

	private int bytes;

	/** The heap bytes of the events. */
	private long held;

	/** Counts replacements. */
	private long changes;

	/** Adds an event. After a gap, the events before it are useless and dropped. */
	synchronized void append(EncodedMessage event) {
		EncodedMessage last = this.events.peekLast();
		if (last != null && event.seq() != last.seq() + 1) {
			clear();
		}
		this.events.add(event);
		this.head = event.seq();
		this.bytes += event.length();
		this.held += event.bytes();
		while (this.events.size() > MAX_EVENTS || (this.bytes > MAX_BYTES && this.events.size() > 1)) {
			EncodedMessage eldest = this.events.remove();
			this.bytes -= eldest.length();
			this.held -= eldest.bytes();
		}
	}

	/** The number of the newest event, even if it was dropped. */
	synchronized long head() {
		return this.head;
	}

	/** Its approximate size on the heap in bytes. */
	synchronized long bytes() {
		return this.held;
	}

	/** Forgets all events; subscriptions then catch up from the store. */
	public synchronized void clear() {
		this.changes++;
		this.events.clear();
		this.bytes = 0;
		this.held = 0;
	}

	/** The events after a number, or empty if the tail does not reach back to it. */
	synchronized Optional<List<EncodedMessage>> after(long seq) {
		EncodedMessage first = this.events.peek();
		if (first == null || first.seq() > seq + 1) {
			return Optional.empty();
		}
		List<EncodedMessage> after = new ArrayList<>();
		this.events.descendingIterator().forEachRemaining((event) -> {
			if (event.seq() > seq) {
				after.add(event);
			}
		});
		Collections.reverse(after);
		return Optional.of(after);
	}

	/** Replaces the event with the same number. */
	public synchronized void replace(EncodedMessage event) {
		replace(Map.of(event.seq(), event));
	}

	/**
	 * Reads the events again from the store, without holding the lock. Repeats this if an
	 * event was replaced meanwhile.
	 */
	public void refresh(BiFunction<Long, Integer, List<EncodedMessage>> store) {
		long seen;
		Map<Long, EncodedMessage> stored = new HashMap<>();
		do {
			seen = changes();
			stored.clear();
			firstSeq().ifPresent(
					(first) -> store.apply(first - 1, MAX_EVENTS).forEach((event) -> stored.put(event.seq(), event)));
		}
		while (!replaceIfUnchanged(stored, seen));
	}

	private synchronized long changes() {
		return this.changes;
	}

	private synchronized boolean replaceIfUnchanged(Map<Long, EncodedMessage> stored, long seen) {
		if (this.changes != seen) {
			return false;
		}
		replace(stored);
		return true;
	}

	private synchronized Optional<Long> firstSeq() {
		return Optional.ofNullable(this.events.peek()).map(EncodedMessage::seq);
	}

	private synchronized void replace(Map<Long, EncodedMessage> stored) {
		this.changes++;
		List<EncodedMessage> fresh = new ArrayList<>();
		this.events.forEach((event) -> fresh.add(stored.getOrDefault(event.seq(), event)));
		this.events.clear();
		this.bytes = 0;
		this.held = 0;
		fresh.forEach(this::append);
	}

}
