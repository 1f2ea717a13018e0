package chat.hubbub.search;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets few searches run at a time, so that connections to the database and processors are
 * left to messages. Thread-safe.
 */
final class SearchGate {

	private final Semaphore free;

	private final int maxWaiting;

	private final Duration patience;

	/**
	 * A gate for searches.
	 * @param atOnce how many may run at a time
	 * @param maxWaiting how many may wait
	 * @param patience how long each may wait
	 */
	SearchGate(int atOnce, int maxWaiting, Duration patience) {
		this.free = new Semaphore(atOnce, true);
		this.maxWaiting = maxWaiting;
		this.patience = patience;
	}

	/**
	 * Waits for a turn and runs a search.
	 * @throws SearchBusy if too many wait, or if it takes too long
	 */
	<T> T pass(Supplier<T> search) {
		if (!hasTurn()) {
			throw new SearchBusy();
		}
		try {
			return search.get();
		}
		finally {
			this.free.release();
		}
	}

	/** The number of searches that wait. */
	int waiting() {
		return this.free.getQueueLength();
	}

	private boolean hasTurn() {
		try {
			return waiting() < this.maxWaiting && this.free.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
