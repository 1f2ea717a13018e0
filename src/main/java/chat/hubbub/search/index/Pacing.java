package chat.hubbub.search.index;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps the index out of the way of posting: while many messages are posted, it takes a
 * small part of the writer's time, and catches up afterwards. Thread-safe.
 */
final class Pacing {

	/** So many events a second mean that the writer is busy. */
	private static final long BUSY = 500;

	/** The part of the writer's time that a step may take then. */
	private static final long PART = 25;

	private static final long SECOND = 1_000_000_000;

	private static final long MAX_PAUSE = 2 * SECOND;

	private final AtomicLong events = new AtomicLong();

	private long counted;

	private long since;

	private volatile long lastStep;

	Pacing(long now) {
		this.since = now;
	}

	/** Events were stored; called by the writer. */
	void posted(int more) {
		this.events.addAndGet(more);
	}

	/** A step has taken some of the writer's time. */
	void stepped(long nanos) {
		this.lastStep = nanos;
	}

	/** The time to wait before the next step, in ns; for the follower's thread. */
	long pause(long now) {
		long all = this.events.get();
		long elapsed = Math.max(1, now - this.since);
		boolean busy = (all - this.counted) * SECOND / elapsed > BUSY;
		this.counted = all;
		this.since = now;
		return busy ? Math.min(MAX_PAUSE, (PART - 1) * this.lastStep) : 0;
	}

}
