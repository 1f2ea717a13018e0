package chat.hubbub.message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import chat.hubbub.broker.Worker;
import chat.hubbub.store.StoreFaults;
import chat.hubbub.store.StoreUnavailable;

/**
 * The one writer. It drains the queue, stores all that it finds in one commit and only
 * then has it published: the more load, the larger the group. Because one thread does
 * both, every subscriber sees the order of the numbers.
 */
final class LogWriter {

	private static final Logger logger = LoggerFactory.getLogger(LogWriter.class);

	private static final int FIRST_CAPACITY = 1_000;

	/**
	 * While wishes come together, how long the next commit waits for more of them: a
	 * commit costs as much as many messages do, and so does waking the shards.
	 */
	private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

	private final LogQueue queue;

	private final MessageStore store;

	private final Publication publication;

	private final Worker worker = new Worker("message-log", this::write);

	/** Whether the last attempt to store failed. */
	private boolean failing;

	LogWriter(LogQueue queue, MessageStore store, Publication publication) {
		this.queue = queue;
		this.store = store;
		this.publication = publication;
	}

	void start() {
		this.worker.start();
	}

	/** Whether it does not answer; for any thread. */
	boolean isSilent(long now) {
		return this.worker.isSilent(now);
	}

	/** Waits until it has stored what was queued when the queue closed. */
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
			store(group);
			group.clear();
		}
		this.queue.end();
	}

	private void collect(List<Unit> group, long notBefore) {
		try {
			this.queue.collect(group, notBefore);
		}
		catch (InterruptedException ex) {
			// Nothing interrupts the writer; if something does, it goes on.
			logger.warn("The message log was interrupted and continues");
		}
	}

	private void store(List<Unit> group) {
		if (group.isEmpty()) {
			return;
		}
		Commit commit;
		try {
			commit = this.store.store(group);
		}
		catch (RuntimeException | Error ex) {
			storeOneByOne(group, ex);
			return;
		}
		recovered();
		this.publication.publish(commit.outcomes());
		commit.complete();
	}

	/**
	 * A unit that the store cannot take must not take its whole group along. A lock, or a
	 * disk that fails, is the fault of no unit: to wait for it once for each of them
	 * would take as many times as long.
	 */
	private void storeOneByOne(List<Unit> group, Throwable cause) {
		if (group.size() > 1 && !StoreFaults.isOfTheStore(cause)) {
			group.forEach((unit) -> store(List.of(unit)));
			return;
		}
		failed(cause);
		group.forEach((unit) -> unit.refuse(new StoreUnavailable()));
	}

	/** A disk that is full must not be filled by the log that says so. */
	private void failed(Throwable cause) {
		if (!this.failing) {
			this.failing = true;
			logger.error("Messages cannot be stored and are refused", cause);
		}
	}

	private void recovered() {
		if (this.failing) {
			this.failing = false;
			logger.info("Messages are stored again");
		}
	}

}
