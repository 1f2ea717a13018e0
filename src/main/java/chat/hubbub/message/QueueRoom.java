package chat.hubbub.message;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How much more may wait to be stored: a number of wishes, and of bytes, which are a
 * sixteenth of the heap. A unit larger than the whole queue counts as a full queue.
 * Thread-safe.
 */
final class QueueRoom {

	/** What part of the heap may wait to be stored. */
	static final int HEAP_PART = 16;

	private static final int KILOBYTE = 1024;

	private final int maxWishes;

	private final int maxKilobytes;

	private final Semaphore wishes;

	private final Semaphore kilobytes;

	/**
	 * Room of which nothing is used.
	 * @param maxWishes how many wishes there is room for
	 * @param maxBytes how many bytes they may have
	 */
	QueueRoom(int maxWishes, long maxBytes) {
		this.maxWishes = maxWishes;
		this.maxKilobytes = (int) Math.min(Integer.MAX_VALUE, Math.max(1, maxBytes / KILOBYTE));
		this.wishes = new Semaphore(maxWishes);
		this.kilobytes = new Semaphore(this.maxKilobytes);
	}

	static QueueRoom of(int maxWishes) {
		return new QueueRoom(maxWishes, Runtime.getRuntime().maxMemory() / HEAP_PART);
	}

	/** Takes room for units; waits for it for a second at the most. */
	boolean tryAcquire(List<Unit> queued) throws InterruptedException {
		int count = count(queued);
		if (!this.wishes.tryAcquire(count, 1, TimeUnit.SECONDS)) {
			return false;
		}
		if (this.kilobytes.tryAcquire(kilobytes(bytes(queued)), 1, TimeUnit.SECONDS)) {
			return true;
		}
		this.wishes.release(count);
		return false;
	}

	/** Gives room back; returns how many bytes the units take, about. */
	long release(List<Unit> queued) {
		long bytes = bytes(queued);
		this.wishes.release(count(queued));
		this.kilobytes.release(kilobytes(bytes));
		return bytes;
	}

	/** How many wishes there is no room for. */
	int used() {
		return this.maxWishes - this.wishes.availablePermits();
	}

	/** How many bytes units take, about. */
	static long bytes(List<Unit> queued) {
		long bytes = 0;
		for (Unit unit : queued) {
			bytes += unit.bytes();
		}
		return bytes;
	}

	private int count(List<Unit> queued) {
		int wishes = 0;
		for (Unit unit : queued) {
			wishes += unit.size();
		}
		return Math.min(this.maxWishes, wishes);
	}

	private int kilobytes(long bytes) {
		return (int) Math.min(this.maxKilobytes, (bytes + KILOBYTE - 1) / KILOBYTE);
	}

}
