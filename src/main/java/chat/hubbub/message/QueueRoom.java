package chat.hubbub.message;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The free space of the writer's queue: a number of wishes, and a number of bytes, which
 * is a sixteenth of the heap. A unit larger than the whole queue counts as a full queue.
 * Thread-safe.
 */
final class QueueRoom {

	/** The divisor of the heap for waiting units. */
	static final int HEAP_PART = 16;

	private static final int KILOBYTE = 1024;

	private final int maxWishes;

	private final int maxKilobytes;

	private final Semaphore wishes;

	private final Semaphore kilobytes;

	/**
	 * Unused space.
	 * @param maxWishes the maximum number of wishes
	 * @param maxBytes the maximum number of bytes
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

	/** Reserves space for units if it is free. */
	boolean tryAcquire(List<Unit> queued) {
		int count = count(queued);
		if (!this.wishes.tryAcquire(count)) {
			return false;
		}
		if (this.kilobytes.tryAcquire(kilobytes(bytes(queued)))) {
			return true;
		}
		this.wishes.release(count);
		return false;
	}

	/** Reserves space for units. Waits for at most a second. */
	boolean acquire(List<Unit> queued) throws InterruptedException {
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

	/** Releases the space of units; returns their approximate bytes. */
	long release(List<Unit> queued) {
		long bytes = bytes(queued);
		this.wishes.release(count(queued));
		this.kilobytes.release(kilobytes(bytes));
		return bytes;
	}

	/** The number of wishes that take space. */
	int used() {
		return this.maxWishes - this.wishes.availablePermits();
	}

	/** The approximate bytes of units. */
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
