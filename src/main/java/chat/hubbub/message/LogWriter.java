package chat.hubbub.message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import chat.hubbub.broker.Worker;
import chat.hubbub.store.StoreFaults;
import chat.hubbub.store.StoreUnavailable;

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

	private final MessageStore store;

	private final Publication publication;

	private final List<Consumer<Committed>> listeners = new CopyOnWriteArrayList<>();

	private final Worker worker = new Worker("message-log", this::write);

	/** Whether the last commit failed. */
	private boolean failing;

	LogWriter(LogQueue queue, Additions additions, MessageStore store, Publication publication) {
		this.queue = queue;
		this.additions = additions;
		this.store = store;
		this.publication = publication;
	}

	void start() {
		this.worker.start();
	}

	/** Registers a listener for new events; for any thread. */
	void onCommit(Consumer<Committed> listener) {
		this.listeners.add(listener);
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
			store(group, this.additions.take(!group.isEmpty(), System.nanoTime()));
			group.clear();
		}
		this.queue.end();
		store(group, this.additions.take(true, 0));
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

	private void store(List<Unit> group, List<Addition> added) {
		if (group.isEmpty() && added.isEmpty()) {
			return;
		}
		Commit commit;
		long began = System.nanoTime();
		try {
			commit = this.store.store(group, added);
		}
		catch (RuntimeException | Error ex) {
			storeApart(group, added, ex);
			return;
		}
		boolean published = true;
		if (!group.isEmpty()) {
			recovered();
			this.publication.committed(System.nanoTime() - began);
			published = this.publication.publish(commit.outcomes(), commit::complete);
			tell(commit);
		}
		if (published) {
			commit.complete();
		}
		added.forEach(Addition::complete);
	}

	/**
	 * Stores a failed group again without its additions, if one of them ended the
	 * transaction. The others come with a later commit.
	 */
	private void storeApart(List<Unit> group, List<Addition> added, Throwable cause) {
		boolean guilty = added.stream().anyMatch(Addition::isToBlame);
		for (Addition addition : added) {
			if (addition.isToBlame() || (!guilty && group.isEmpty()) || StoreFaults.isOfTheStore(cause)) {
				addition.fail(cause);
			}
			else {
				this.additions.putBack(addition);
			}
		}
		if (guilty) {
			store(group, List.of());
		}
		else if (!group.isEmpty()) {
			storeOneByOne(group, cause);
		}
	}

	/**
	 * Stores the units of a failed group one by one, so that a unit that cannot be stored
	 * does not fail the others. This is not done for a lock or a failing disk, which no
	 * unit causes: each unit would wait for it again.
	 */
	private void storeOneByOne(List<Unit> group, Throwable cause) {
		if (group.size() > 1 && !StoreFaults.isOfTheStore(cause)) {
			group.forEach((unit) -> store(List.of(unit), List.of()));
			return;
		}
		failed(cause);
		group.forEach((unit) -> unit.refuse(new StoreUnavailable()));
	}

	private void tell(Commit commit) {
		if (this.listeners.isEmpty()) {
			return;
		}
		Committed committed = commit.committed();
		if (!committed.entries().isEmpty()) {
			this.listeners.forEach((listener) -> tell(committed, listener));
		}
	}

	private static void tell(Committed committed, Consumer<Committed> listener) {
		try {
			listener.accept(committed);
		}
		catch (RuntimeException | Error ex) {
			logger.error("A listener missed {} events", committed.entries().size(), ex);
		}
	}

	/** Logs a fault only once, so that the log does not fill a full disk. */
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
