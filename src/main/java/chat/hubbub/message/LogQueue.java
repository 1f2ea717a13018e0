package chat.hubbub.message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import chat.hubbub.store.StoreUnavailable;

/**
 * The queue of the writer, limited in wishes and in bytes. Many threads put, one takes.
 */
final class LogQueue {

	static final int BOUND = 10_000;

	private static final int GROUP_BOUND = 1_000;

	/**
	 * A group ends with the unit that reaches this size, because a group is encoded as a
	 * whole.
	 */
	private static final long GROUP_BYTES = 4 * 1024 * 1024;

	private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

	/** Each element contains the units that were put together. */
	private final BlockingQueue<List<Unit>> queue = new LinkedBlockingQueue<>();

	private final QueueRoom room = QueueRoom.of(BOUND);

	private final HeldReactions reactions;

	/** Whether no unit waits for room, because the store makes none. */
	private volatile boolean refusing;

	private volatile boolean closed;

	private volatile boolean ended;

	LogQueue() {
		this(System::nanoTime);
	}

	/**
	 * An empty queue.
	 * @param nanoTime the time for reactions, which wait for others
	 */
	LogQueue(LongSupplier nanoTime) {
		this.reactions = new HeldReactions(nanoTime);
	}

	/**
	 * Queues units if there is room for them now.
	 * @return whether they were queued
	 */
	boolean offer(List<Unit> units) {
		if (this.closed || !this.room.tryAcquire(units)) {
			return false;
		}
		this.queue.add(units);
		refuseIfEnded();
		return true;
	}

	/**
	 * Queues units. Waits while there is no room. Refuses them after the queue was
	 * closed, and if there is no room while the store is away.
	 */
	void put(List<Unit> units) {
		try {
			boolean waits = !this.closed;
			while (waits) {
				if (this.refusing ? this.room.tryAcquire(units) : this.room.acquire(units)) {
					this.queue.add(units);
					refuseIfEnded();
					return;
				}
				waits = !this.closed && !this.refusing;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		refuse(units);
	}

	/**
	 * Takes the next group. Waits a moment if the queue is empty. Reactions come before
	 * the others in it, unless they wait for a later group.
	 * @param group receives the units in their order
	 * @param notBefore the nano time until which to wait for more units
	 */
	void collect(List<Unit> group, long notBefore) throws InterruptedException {
		List<Unit> next = this.queue.poll(this.reactions.patience(IDLE_NANOS), TimeUnit.NANOSECONDS);
		TimeUnit.NANOSECONDS.sleep(notBefore - System.nanoTime());
		this.reactions.begin(this.closed);
		long bytes = 0;
		List<Unit> held = this.reactions.poll();
		while (held != null) {
			bytes += take(held, group);
			held = (bytes < GROUP_BYTES) ? this.reactions.poll() : null;
		}
		while (next != null) {
			bytes += this.reactions.hold(next) ? 0 : take(next, group);
			next = (group.size() < GROUP_BOUND && bytes < GROUP_BYTES) ? this.queue.poll() : null;
		}
	}

	private long take(List<Unit> units, List<Unit> group) {
		group.addAll(units);
		return this.room.release(units);
	}

	/** Lets a waiting {@link #collect} return without units. */
	void wake() {
		this.queue.add(List.of());
	}

	/** The number of waiting wishes. */
	int length() {
		return this.room.used();
	}

	/** Whether to refuse units for which there is no room. */
	void refuseIfFull(boolean refuse) {
		if (this.refusing != refuse) {
			this.refusing = refuse;
		}
	}

	/** Closes the queue for further units. */
	void close() {
		this.closed = true;
	}

	/** Whether the queue is closed and empty. */
	boolean isOver() {
		return this.closed && this.queue.isEmpty() && this.reactions.isEmpty();
	}

	/** The writer has ended; refuses the remaining units. */
	void end() {
		this.ended = true;
		refuseIfEnded();
	}

	/** The writer refuses them at its end, otherwise the thread that queued them does. */
	private void refuseIfEnded() {
		if (this.ended) {
			List<List<Unit>> left = new ArrayList<>();
			this.queue.drainTo(left);
			left.forEach(LogQueue::refuse);
		}
	}

	private static void refuse(List<Unit> units) {
		units.forEach((unit) -> unit.refuse(new StoreUnavailable()));
	}

}
