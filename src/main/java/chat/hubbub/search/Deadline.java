package chat.hubbub.search;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time at which a search ends, even if it has not found everything. */
final class Deadline {

	private final LongSupplier nanoTime;

	private final long end;

	/**
	 * A deadline.
	 * @param nanoTime the time in ns, as {@link System#nanoTime()}
	 * @param patience how long the search may take from now on
	 */
	Deadline(LongSupplier nanoTime, Duration patience) {
		this.nanoTime = nanoTime;
		this.end = nanoTime.getAsLong() + patience.toNanos();
	}

	/**
	 * Ends a search that takes too long.
	 * @throws SearchBusy if the time is over
	 */
	void check() {
		if (this.nanoTime.getAsLong() - this.end > 0) {
			throw new SearchBusy();
		}
	}

}
