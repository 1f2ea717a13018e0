package chat.hubbub.cluster;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The names of the guests of all nodes, at most a second old, so that the database is not
 * asked for each text that mentions a name which this node does not know. Holds a limited
 * number of names; if there are more, it asks. Thread-safe.
 */
final class GuestDirectory {

	/** So many skeletons of names, of at most 264 characters with the name. */
	static final int BOUND = 20_000;

	private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

	/** How long to believe that there are too many. */
	private static final long CROWDED_NANOS = TimeUnit.MINUTES.toNanos(1);

	private final GuestNameStore store;

	private final LongSupplier clock;

	private final int bound;

	private final Lock reading = new ReentrantLock();

	private volatile Page page;

	/**
	 * A directory that reads nothing before it is asked.
	 * @param clock the nano time
	 * @param bound the maximum number of skeletons
	 */
	GuestDirectory(GuestNameStore store, LongSupplier clock, int bound) {
		this.store = store;
		this.clock = clock;
		this.bound = bound;
		this.page = new Page(Optional.of(Map.of()), clock.getAsLong() - FRESH_NANOS);
	}

	/** The names of guests on all nodes that have one of these skeletons. */
	List<String> named(Set<String> looks) {
		return page().names()
			.map((names) -> looks.stream().map(names::get).filter(Objects::nonNull).distinct().toList())
			.orElseGet(() -> this.store.named(looks));
	}

	private Page page() {
		Page known = this.page;
		if (known.isFresh(this.clock.getAsLong())) {
			return known;
		}
		this.reading.lock();
		try {
			// Another thread may have read meanwhile.
			long now = this.clock.getAsLong();
			if (!this.page.isFresh(now)) {
				this.page = new Page(this.store.names(this.bound), now);
			}
			return this.page;
		}
		finally {
			this.reading.unlock();
		}
	}

	/**
	 * The names at a time.
	 *
	 * @param names the names by their skeletons; empty if there are too many
	 * @param readAt the nano time before it was read
	 */
	private record Page(Optional<Map<String, String>> names, long readAt) {

		boolean isFresh(long now) {
			return now - this.readAt < (this.names.isPresent() ? FRESH_NANOS : CROWDED_NANOS);
		}

	}

}
