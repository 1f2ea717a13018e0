package chat.hubbub.broker.fanout;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The connections of a shard, which it ticks. Used only by the thread of the shard. */
final class Members {

	private final Set<Ticking> members = new LinkedHashSet<>();

	private final List<Runnable> listeners = new ArrayList<>();

	private long nextTick;

	private volatile long waitingBytes;

	Members(long now) {
		this.nextTick = now + Shard.TICK_NANOS;
	}

	void add(Ticking member) {
		this.members.add(member);
	}

	void remove(Ticking member) {
		this.members.remove(member);
		tellIfEmpty();
	}

	boolean isEmpty() {
		return this.members.isEmpty();
	}

	/** Calls a listener once, when there is no member. */
	void whenEmpty(Runnable listener) {
		this.listeners.add(listener);
		tellIfEmpty();
	}

	private void tellIfEmpty() {
		if (this.members.isEmpty()) {
			this.listeners.forEach(Runnable::run);
			this.listeners.clear();
		}
	}

	/** The nano time of the next tick. */
	long nextTick() {
		return this.nextTick;
	}

	/** The bytes that waited to be written at the last tick; for any thread. */
	long waitingBytes() {
		return this.waitingBytes;
	}

	/** Visits all members if it is time; returns whether it was. */
	boolean tickIfDue(long now) {
		if (now - this.nextTick < 0) {
			return false;
		}
		this.nextTick = now + Shard.TICK_NANOS;
		List<Ticking> present = List.copyOf(this.members);
		present.forEach((member) -> Shard.attempt(() -> member.tick(now)));
		this.waitingBytes = present.stream().mapToLong(Ticking::waitingBytes).sum();
		return true;
	}

}
