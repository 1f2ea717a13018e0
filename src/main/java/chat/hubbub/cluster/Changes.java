package chat.hubbub.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;

import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Receivers;
import chat.hubbub.bus.StoredFact;

/**
 * Applies the changes of all nodes to the memory of this one, in the order of their
 * commits. A node that finds a gap reads everything again. A change whose receiver fails
 * is tried again until it is applied; meanwhile the node {@linkplain #areStale() grants
 * nothing}. Thread-safe: one thread at a time applies, and calls the receivers meanwhile.
 * A receiver may read past events. No receiver may wait for the writer of the log, which
 * may wait here.
 */
final class Changes {

	private static final Logger logger = LoggerFactory.getLogger(Changes.class);

	/**
	 * After so many failures of a receiver, all of them read everything again: this may
	 * work where the change does not.
	 */
	private static final int ATTEMPTS = 25;

	private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(5);

	private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

	private final ChangeStore store;

	private final Receivers receivers;

	private final JsonMapper json;

	private final LongSupplier clock;

	private final Map<String, Class<? extends StoredFact>> kinds = new ConcurrentHashMap<>();

	/** The changes of this node, whose facts it publishes itself. */
	private final Set<Long> own = ConcurrentHashMap.newKeySet();

	private volatile long applied;

	/** The nano time of the last look that did not fail. */
	private volatile long lookedAt;

	private volatile boolean stopped;

	private int failures;

	/**
	 * From here on nothing is missed; everything before is in the store that is loaded.
	 * @param clock the nano time
	 */
	Changes(ChangeStore store, Receivers receivers, JsonMapper json, LongSupplier clock) {
		this.clock = clock;
		this.lookedAt = clock.getAsLong();
		this.store = store;
		this.receivers = receivers;
		this.json = json;
		this.applied = store.newest();
	}

	/** Facts of this kind are read. Those of other kinds are skipped. */
	void know(Class<? extends StoredFact> kind) {
		this.kinds.put(kind.getName(), kind);
	}

	/** Writes a fact at the end of the present transaction, and returns its number. */
	long add(StoredFact fact) {
		return this.store.add(fact.getClass().getName(), this.json.writeValueAsString(fact));
	}

	/** The transaction of this node with these changes is committed. */
	void committed(Collection<Long> numbers) {
		this.own.addAll(numbers);
	}

	/** The number of the newest change that is committed; from the store. */
	long newest() {
		return this.store.newest();
	}

	/** The number up to which this node has applied the changes. */
	long applied() {
		return this.applied;
	}

	/**
	 * Applies all changes up to a number, and waits until the store can be read. A
	 * receiver of a change does not wait for the later ones.
	 * @param number the number of a committed change
	 */
	void applyUpTo(long number) {
		while (this.applied < number && !this.stopped && !Thread.holdsLock(this)) {
			try {
				look();
			}
			catch (DataAccessException ex) {
				logger.debug("The changes cannot be read", ex);
			}
			if (this.applied < number) {
				LockSupport.parkNanos(PAUSE_NANOS);
			}
		}
	}

	/**
	 * Applies the changes that are in the store.
	 * @throws DataAccessException if it cannot be read
	 */
	synchronized void look() {
		long now = this.clock.getAsLong();
		long newest = this.store.newest();
		while (this.applied != newest && !this.stopped) {
			List<Change> changes = (newest > this.applied) ? this.store.after(this.applied) : List.of();
			boolean gap = changes.isEmpty() || changes.get(0).id() != this.applied + 1;
			if (gap ? !readAllAnew(newest) : !changes.stream().allMatch(this::apply)) {
				return;
			}
			newest = Math.max(newest, this.applied);
		}
		this.own.removeIf((number) -> number <= this.applied);
		this.lookedAt = now;
	}

	/** Whether changes of the last seconds may be missing. */
	boolean areStale() {
		return this.clock.getAsLong() - this.lookedAt > STALE_NANOS;
	}

	/** Ends all waiting. */
	void stop() {
		this.stopped = true;
	}

	private boolean readAllAnew(long newest) {
		if (this.failures <= ATTEMPTS) {
			logger.info("Changes {} to {} are missing or fail: everything is read again", this.applied + 1, newest);
		}
		return advance(this.receivers.tell(new AnythingChanged()), newest);
	}

	private boolean apply(Change change) {
		boolean told = advance(this.own.contains(change.id()) || tell(change), change.id());
		if (!told && ++this.failures % ATTEMPTS == 0) {
			told = readAllAnew(change.id());
		}
		return told;
	}

	private boolean tell(Change change) {
		Class<? extends StoredFact> kind = this.kinds.get(change.kind());
		try {
			return kind == null || this.receivers.tell(this.json.readValue(change.key(), kind));
		}
		catch (JacksonException ex) {
			// A newer version has more to tell, but it is the same memory.
			logger.warn("A change of another node is not understood: {}", change.kind());
			return this.receivers.tell(new AnythingChanged());
		}
	}

	/** Without the memory up to date, nothing later may be seen. */
	private boolean advance(boolean told, long number) {
		if (told) {
			this.failures = 0;
			this.applied = number;
		}
		return told;
	}

}
