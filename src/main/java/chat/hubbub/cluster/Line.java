package chat.hubbub.cluster;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** The events of one topic at the sequencer, which guards it. */
final class Line {

	private final String destination;

	/** Parts that came before their turn, by their first number. */
	private final TreeMap<Long, Part> waiting = new TreeMap<>();

	/** The number of the newest event that was let through. */
	private long applied;

	/** The number of the newest event that exists, as far as is known. */
	private long known;

	/** The nano time at which its present gap was noticed. */
	private long gapSince;

	private boolean gap;

	/** Whether events are being read from the store. */
	private boolean reading;

	Line(String destination, long applied) {
		this.destination = destination;
		this.applied = applied;
		this.known = applied;
	}

	String destination() {
		return this.destination;
	}

	long applied() {
		return this.applied;
	}

	void apply(long seq) {
		this.applied = seq;
		this.known = Math.max(this.known, seq);
	}

	void know(long seq) {
		this.known = Math.max(this.known, seq);
	}

	/** Whether an event exists that was not let through. */
	boolean isBehind() {
		return this.known > this.applied;
	}

	/** The store has no more events before the next part that waits, or at all. */
	void giveUp() {
		this.applied = this.waiting.isEmpty() ? this.applied : Math.max(this.applied, this.waiting.firstKey() - 1);
		this.known = this.waiting.isEmpty() ? this.applied : this.waiting.lastEntry().getValue().last();
	}

	/** Keeps a part; returns {@code false} if it has come before. */
	boolean keep(Part part) {
		return this.waiting.putIfAbsent(part.first(), part) == null;
	}

	/** Takes the next part, if it is its turn or its events have been let through. */
	@Nullable Part takeNext() {
		Map.Entry<Long, Part> next = this.waiting.firstEntry();
		if (next == null || next.getKey() > this.applied + 1) {
			return null;
		}
		if (next.getValue().isEmpty() && next.getValue().last() > this.applied) {
			return null;
		}
		this.waiting.remove(next.getKey());
		return next.getValue();
	}

	boolean hasGap() {
		return this.gap;
	}

	void openGap(long now) {
		this.gap = true;
		this.gapSince = now;
	}

	void closeGap() {
		this.gap = false;
	}

	long gapSince() {
		return this.gapSince;
	}

	boolean isReading() {
		return this.reading;
	}

	void setReading(boolean reading) {
		this.reading = reading;
	}

}
