package chat.hubbub.broker.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The input of a {@link Shard}: a bounded queue of tasks in order, and reports that must
 * not wait. Any thread may add; the rest is for the shard's own thread.
 */
final class ShardQueue {

	private static final Logger logger = LoggerFactory.getLogger(ShardQueue.class);

	private static final int BOUND = 1024;

	/**
	 * The maximum bytes of its tasks; a larger task waits until the queue is empty.
	 */
	private static final int BOUND_BYTES = 8 * 1024 * 1024;

	/** Smaller tasks are not counted. */
	static final int SMALL_BYTES = 1024;

	private static final Runnable NOTHING = () -> {
	};

	private static final ShardTask.Act NO_ACT = () -> {
	};

	private final long roundBytes;

	private final BlockingQueue<ShardTask> tasks = new ArrayBlockingQueue<>(BOUND);

	private final Semaphore room = new Semaphore(BOUND_BYTES);

	// Reports of the transports; bounded, since each connection has at most one write.
	private final ConcurrentLinkedQueue<Runnable> reports = new ConcurrentLinkedQueue<>();

	private final List<ShardTask> round = new ArrayList<>(BOUND);

	private volatile boolean waiting;

	/**
	 * An empty queue.
	 * @param roundBytes the bytes of broadcasts that fill a round
	 */
	ShardQueue(long roundBytes) {
		this.roundBytes = roundBytes;
	}

	/** Adds a task. Waits while the queue is full. */
	void put(ShardTask task) {
		try {
			this.room.acquire(bytes(task));
			this.tasks.put(task);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private @Nullable ShardTask taken(@Nullable ShardTask task) {
		if (task != null) {
			this.room.release(bytes(task));
		}
		return task;
	}

	private static int bytes(ShardTask task) {
		return (int) Math.min(BOUND_BYTES, task.queuedBytes());
	}

	/** Adds a report without waiting. */
	void report(Runnable report) {
		this.reports.add(report);
		if (this.waiting && this.tasks.isEmpty()) {
			this.tasks.offer(NO_ACT);
		}
	}

	/** Removes the oldest report. */
	Runnable nextReport() {
		Runnable report = this.reports.poll();
		return (report != null) ? report : NOTHING;
	}

	boolean hasReports() {
		return !this.reports.isEmpty();
	}

	/**
	 * Takes the tasks of the next round. Waits for one if there are no tasks and no
	 * reports.
	 * @param until the nano time at which to stop waiting
	 * @return the tasks, valid until the next call
	 */
	List<ShardTask> collect(long until) {
		this.round.clear();
		drain();
		if (this.round.isEmpty() && this.reports.isEmpty()) {
			await(until);
		}
		return this.round;
	}

	private void await(long until) {
		try {
			this.waiting = true;
			ShardTask first = this.reports.isEmpty()
					? taken(this.tasks.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS)) : null;
			if (first != null) {
				this.round.add(first);
				drain();
			}
		}
		catch (InterruptedException ex) {
			logger.warn("A shard was interrupted and continues");
		}
		finally {
			this.waiting = false;
		}
	}

	/** Takes the waiting tasks, but no more broadcasts than fill a round. */
	private void drain() {
		long room = this.roundBytes;
		while (room > 0) {
			ShardTask task = taken(this.tasks.poll());
			if (task == null) {
				return;
			}
			this.round.add(task);
			room -= (task instanceof Broadcast broadcast) ? broadcast.queuedBytes() : 0;
		}
	}

}
