package chat.hubbub.message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import chat.hubbub.store.StoreUnavailable;

/**
 * What waits for the writer, bounded in wishes and in bytes. Many threads put, one takes.
 */
final class LogQueue {

	private static final int BOUND = 10_000;

	private static final int GROUP_BOUND = 1_000;

	/** A group ends with the unit that makes it as large: it is encoded as a whole. */
	private static final long GROUP_BYTES = 4 * 1024 * 1024;

	private static final int IDLE_MILLIS = 100;

	/** The units that came together, in one element. */
	private final BlockingQueue<List<Unit>> queue = new LinkedBlockingQueue<>();

	private final QueueRoom room = QueueRoom.of(BOUND);

	private volatile boolean closed;

	private volatile boolean ended;

	/** Queues units; waits while there is no room, and refuses them once it is closed. */
	void put(List<Unit> units) {
		try {
			while (!this.closed) {
				if (this.room.tryAcquire(units)) {
					this.queue.add(units);
					refuseIfEnded();
					return;
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		refuse(units);
	}

	/**
	 * Takes the next group; waits a moment if there is nothing.
	 * @param group takes the units in the order in which they came
	 * @param notBefore the nano time until which to wait for more of them
	 */
	void collect(List<Unit> group, long notBefore) throws InterruptedException {
		List<Unit> next = this.queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
		TimeUnit.NANOSECONDS.sleep(notBefore - System.nanoTime());
		long bytes = 0;
		while (next != null) {
			bytes += this.room.release(next);
			group.addAll(next);
			next = (group.size() < GROUP_BOUND && bytes < GROUP_BYTES) ? this.queue.poll() : null;
		}
	}

	/** How many wishes wait. */
	int length() {
		return this.room.used();
	}

	/** From now on nothing more is taken in. */
	void close() {
		this.closed = true;
	}

	/** Whether nothing more will come. */
	boolean isOver() {
		return this.closed && this.queue.isEmpty();
	}

	/** The writer has ended: what came in meanwhile is refused. */
	void end() {
		this.ended = true;
		refuseIfEnded();
	}

	/** By the writer as it ends, or else by the thread that queued it. */
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
