package chat.hubbub.message;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import chat.hubbub.store.StoreFaults;

/**
 * Decides whether the writer tries again to store a group that failed. While the database
 * is away, the group and those behind it wait, at most 10 s; then all are refused until
 * it is back. No unit is the cause, so they are not tried one by one. For the thread that
 * writes.
 */
final class Outage {

	/** The time for which messages wait for the database. */
	static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

	private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

	/** Later it tries less often, because messages wait for each attempt. */
	static final long RARE_NANOS = TimeUnit.SECONDS.toNanos(1);

	private static final int MOST_COLLISIONS = 3;

	private final LongSupplier nanoTime;

	private @Nullable Throwable fault;

	/** The nano time at which the first failed attempt began. */
	private long began;

	/** The nano time at which the last attempt failed, and how long it took. */
	private long failed;

	private long tookNanos;

	private int collisions;

	Outage() {
		this(System::nanoTime);
	}

	/** No outage yet, by another clock. */
	Outage(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/** The nano time by its clock. */
	long nanoTime() {
		return this.nanoTime.getAsLong();
	}

	/** Whether the database is away. */
	boolean isUnderWay() {
		return this.fault != null;
	}

	/** The last fault if it is too early for another attempt, otherwise {@code null}. */
	@Nullable Throwable standing() {
		return (this.fault != null && nanoTime() - this.failed < RARE_NANOS
				&& this.failed - this.began + this.tookNanos >= PATIENCE_NANOS) ? this.fault : null;
	}

	/** An attempt failed. */
	void note(Throwable cause, long attemptBegan) {
		if (!isAway(cause)) {
			this.fault = null;
			return;
		}
		if (this.fault == null) {
			this.began = attemptBegan;
		}
		this.fault = cause;
		this.failed = nanoTime();
		this.tookNanos = this.failed - attemptBegan;
	}

	/** Whether to try again after a fault at once. Pauses before that. */
	boolean permitsAnother(Throwable cause) {
		if (StoreFaults.isCollision(cause)) {
			return ++this.collisions <= MOST_COLLISIONS;
		}
		return isAway(cause) && nanoTime() - this.began + this.tookNanos < PATIENCE_NANOS && pause();
	}

	/** An attempt succeeded. */
	void end() {
		this.fault = null;
		this.collisions = 0;
	}

	/** A commit in doubt must be settled before anything else is stored. */
	private static boolean isAway(Throwable cause) {
		return cause instanceof CommitInDoubt || StoreFaults.isAway(cause);
	}

	private static boolean pause() {
		try {
			TimeUnit.NANOSECONDS.sleep(PAUSE_NANOS);
			return true;
		}
		catch (InterruptedException ex) {
			// No code interrupts the writer.
			return false;
		}
	}

}
