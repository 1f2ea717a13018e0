package chat.hubbub.message;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How much more may wait to be stored: a number of entries, and of bytes, which are a
 * sixteenth of the heap. Of more than there may ever be room for, that much is counted.
 * Thread-safe.
 */
final class QueueRoom {

	/** What part of the heap may wait to be stored. */
	static final int HEAP_PART = 16;

	private static final int UNIT_BYTES = 1024;

	private final int maxEntries;

	private final int maxUnits;

	private final Semaphore entries;

	private final Semaphore units;

	/**
	 * Room of which nothing is used.
	 * @param maxEntries how many entries there is room for
	 * @param maxBytes how many bytes they may have
	 */
	QueueRoom(int maxEntries, long maxBytes) {
		this.maxEntries = maxEntries;
		this.maxUnits = (int) Math.min(Integer.MAX_VALUE, Math.max(1, maxBytes / UNIT_BYTES));
		this.entries = new Semaphore(maxEntries);
		this.units = new Semaphore(this.maxUnits);
	}

	static QueueRoom of(int maxEntries) {
		return new QueueRoom(maxEntries, Runtime.getRuntime().maxMemory() / HEAP_PART);
	}

	/** Takes room for entries; waits for it for a second at the most. */
	boolean tryAcquire(List<List<Entry>> queued) throws InterruptedException {
		int count = count(queued);
		if (!this.entries.tryAcquire(count, 1, TimeUnit.SECONDS)) {
			return false;
		}
		if (this.units.tryAcquire(units(queued), 1, TimeUnit.SECONDS)) {
			return true;
		}
		this.entries.release(count);
		return false;
	}

	void release(List<List<Entry>> queued) {
		this.entries.release(count(queued));
		this.units.release(units(queued));
	}

	/** How many entries there is no room for. */
	int used() {
		return this.maxEntries - this.entries.availablePermits();
	}

	/** How many bytes entries take, about. */
	static long bytes(List<List<Entry>> queued) {
		long bytes = 0;
		for (List<Entry> unit : queued) {
			for (Entry entry : unit) {
				bytes += entry.bytes();
			}
		}
		return bytes;
	}

	private int count(List<List<Entry>> queued) {
		return Math.min(this.maxEntries, queued.stream().mapToInt(List::size).sum());
	}

	private int units(List<List<Entry>> queued) {
		return (int) Math.min(this.maxUnits, (bytes(queued) + UNIT_BYTES - 1) / UNIT_BYTES);
	}

}
