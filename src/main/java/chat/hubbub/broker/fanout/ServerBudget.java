package chat.hubbub.broker.fanout;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The bytes that all connections together make the server keep, as they are charged for
 * it: a quarter of the heap, unless it is set. From three quarters of that on, those
 * connections end that hold most. They are found without a look at the others, for each
 * that holds much is in a set of those of about its size. Thread-safe.
 */
public final class ServerBudget {

	/** What part of the heap the connections may have. */
	private static final int HEAP_PART = 4;

	/** Who holds less than this is not looked for. */
	private static final long SMALL_BYTES = 16 * 1024;

	/** Each for connections of up to twice the size of those before it. */
	private static final int SIZES = 24;

	/** How many of about the same size are compared. */
	private static final int MOST_LOOKS = 64;

	private final long limit;

	private final AtomicLong used = new AtomicLong();

	private final List<Set<ConnectionBudget>> sizes = IntStream.range(0, SIZES)
		.<Set<ConnectionBudget>>mapToObj((size) -> ConcurrentHashMap.newKeySet())
		.toList();

	/**
	 * A budget of which nothing is used.
	 * @param bytes how much there is; 0 for a quarter of the heap
	 */
	ServerBudget(long bytes) {
		this.limit = (bytes > 0) ? bytes : Runtime.getRuntime().maxMemory() / HEAP_PART;
	}

	/** How much is charged now. */
	public long used() {
		return this.used.get();
	}

	long limit() {
		return this.limit;
	}

	/** Whether outboxes should be kept short, so that nobody has to be closed. */
	boolean isScarce() {
		return this.used.get() > this.limit / 2;
	}

	/** A connection holds another number of bytes; called one at a time for each. */
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
	 * Ends the connections that hold most until there is room.
	 * @param asking the connection that has just been charged more; among equals it is
	 * the one to go
	 */
	void relieve(ConnectionBudget asking) {
		while (this.used.get() > this.limit / 4 * 3) {
			ConnectionBudget heaviest = heaviest(asking);
			if (heaviest == null) {
				// There are just too many: only who would exceed the whole is refused.
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
