package chat.hubbub.broker.fanout;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The budget for the memory charged to all connections together, by default a quarter of
 * the heap. From three quarters of it on, the largest connections end. To find them
 * quickly, large connections are kept in sets by size class. Thread-safe.
 */
public final class ServerBudget {

	/** The divisor of the heap for all connections. */
	private static final int HEAP_PART = 4;

	/** Smaller connections are in no size class. */
	private static final long SMALL_BYTES = 16 * 1024;

	/** The number of size classes; each covers twice the size of the one before it. */
	private static final int SIZES = 24;

	/** The maximum number of connections of a size class to compare. */
	private static final int MOST_LOOKS = 64;

	private final long limit;

	private final AtomicLong used = new AtomicLong();

	private final List<Set<ConnectionBudget>> sizes = IntStream.range(0, SIZES)
		.<Set<ConnectionBudget>>mapToObj((size) -> ConcurrentHashMap.newKeySet())
		.toList();

	/**
	 * An unused budget.
	 * @param bytes its size; 0 means a quarter of the heap
	 */
	ServerBudget(long bytes) {
		this.limit = (bytes > 0) ? bytes : Runtime.getRuntime().maxMemory() / HEAP_PART;
	}

	/** The bytes charged at present. */
	public long used() {
		return this.used.get();
	}

	long limit() {
		return this.limit;
	}

	/** Whether outboxes should be kept short, so that no connection has to be closed. */
	boolean isScarce() {
		return this.used.get() > this.limit / 2;
	}

	/**
	 * The charge of a connection has changed; called by one thread at a time for each
	 * connection.
	 */
	void moved(ConnectionBudget connection, long before, long now) {
		this.used.addAndGet(now - before);
		int from = size(before);
		int to = size(now);
		if (from != to) {
			if (from >= 0) {
				this.sizes.get(from).remove(connection);
			}
			if (to >= 0) {
				this.sizes.get(to).add(connection);
			}
		}
	}

	/**
	 * Ends the largest connections until there is room.
	 * @param asking the connection whose charge has just grown; among equals it ends
	 * first
	 */
	void relieve(ConnectionBudget asking) {
		while (this.used.get() > this.limit / 4 * 3) {
			ConnectionBudget heaviest = heaviest(asking);
			if (heaviest == null) {
				// There are too many small connections. Only the one that exceeds the
				// whole budget
				// ends.
				if (this.used.get() > this.limit) {
					asking.evict();
				}
				return;
			}
			if (!heaviest.evict() && heaviest == asking) {
				return;
			}
		}
	}

	private @Nullable ConnectionBudget heaviest(ConnectionBudget asking) {
		for (int size = SIZES - 1; size >= 0; size--) {
			Set<ConnectionBudget> alike = this.sizes.get(size);
			ConnectionBudget heaviest = alike.contains(asking) ? asking : null;
			Iterator<ConnectionBudget> others = alike.iterator();
			for (int looked = 0; looked < MOST_LOOKS && others.hasNext(); looked++) {
				heaviest = heavier(heaviest, others.next());
			}
			if (heaviest != null) {
				return heaviest;
			}
		}
		return null;
	}

	private static ConnectionBudget heavier(@Nullable ConnectionBudget one, ConnectionBudget other) {
		return (one == null || other.charged() > one.charged()) ? other : one;
	}

	private static int size(long bytes) {
		long units = bytes / SMALL_BYTES;
		return (units > 0) ? Math.min(SIZES - 1, Long.SIZE - 1 - Long.numberOfLeadingZeros(units)) : -1;
	}

}
