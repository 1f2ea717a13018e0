package chat.hubbub.message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import chat.hubbub.broker.Worker;

/**
 * The only writer. It drains the queue, stores all units in one commit, and publishes
 * them afterwards; the higher the load, the larger the group. Because one thread stores
 * and publishes, every subscriber sees the events in the order of their numbers.
 */
final class LogWriter {

	private static final Logger logger = LoggerFactory.getLogger(LogWriter.class);

	private static final int FIRST_CAPACITY = 1_000;

	/**
	 * The time for which the next commit waits for more wishes under load, because a
	 * commit and waking the shards cost as much as many messages.
	 */
	private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

	private final LogQueue queue;

	private final Additions additions;

	private final Completion completion;

	private final Storage storage;

	private final Worker worker = new Worker("message-log", this::write);

	LogWriter(LogQueue queue, Additions additions, MessageStore store, Publication publication, Outage outage) {
		this.queue = queue;
		this.additions = additions;
		this.completion = new Completion(publication);
		this.storage = new Storage(queue, additions, store, this.completion, outage, this.worker::answer);
	}

	void start() {
		this.worker.start();
	}

	/** Registers a listener for new events; for any thread. */
	void onCommit(Consumer<Committed> listener) {
		this.completion.onCommit(listener);
	}

	/** Whether it does not respond; for any thread. */
	boolean isSilent(long now) {
		return this.worker.isSilent(now);
	}

	/**
	 * Waits until it has stored everything that was queued before the queue was closed.
	 */
	void join() throws InterruptedException {
		this.worker.join(0);
	}

	private void write() {
		List<Unit> group = new ArrayList<>(FIRST_CAPACITY);
		long notBefore = System.nanoTime();
		while (!this.queue.isOver()) {
			this.worker.answer();
			collect(group, notBefore);
			notBefore = System.nanoTime() + ((group.size() > 1) ? PACE_NANOS : 0);
			this.storage.store(group, this.additions.take(!group.isEmpty(), System.nanoTime()));
			group.clear();
		}
		this.queue.end();
		this.storage.store(group, this.additions.take(true, 0));
		this.additions.end();
	}

	private void collect(List<Unit> group, long notBefore) {
		try {
			this.queue.collect(group, notBefore);
		}
		catch (InterruptedException ex) {
			// No code interrupts the writer; if it happens nevertheless, it continues.
			logger.warn("The message log was interrupted and continues");
		}
	}

}
