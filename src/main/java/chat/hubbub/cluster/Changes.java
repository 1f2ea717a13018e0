package chat.hubbub.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

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
 * commits. A node that finds a gap reads everything again. Thread-safe: one thread at a
 * time applies, and calls the receivers meanwhile. No receiver may wait for the writer of
 * the log, which may wait here.
 */
final class Changes {

	private static final Logger logger = LoggerFactory.getLogger(Changes.class);

	/** A receiver that fails more often is left to {@link Receivers}. */
	private static final int ATTEMPTS = 25;

	private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

	private final ChangeStore store;

	private final Receivers receivers;

	private final JsonMapper json;

	private final Map<String, Class<? extends StoredFact>> kinds = new ConcurrentHashMap<>();

	/** The changes of this node, whose facts it publishes itself. */
	private final Set<Long> own = ConcurrentHashMap.newKeySet();

	private volatile long applied;

	private volatile boolean stopped;

	private int failures;

	/**
	 * From here on nothing is missed; everything before is in the store that is loaded.
	 */
	Changes(ChangeStore store, Receivers receivers, JsonMapper json) {
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
	 * Applies all changes up to a number, and waits until the store can be read.
	 * @param number the number of a committed change
	 */
	void applyUpTo(long number) {
		while (this.applied < number && !this.stopped) {
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
	}

	/** Ends all waiting. */
	void stop() {
		this.stopped = true;
	}

	private boolean readAllAnew(long newest) {
		logger.info("Changes {} to {} are missing: everything is read again", this.applied + 1, newest);
		return advance(this.receivers.tell(new AnythingChanged()), newest);
	}

	private boolean apply(Change change) {
		return advance(this.own.contains(change.id()) || tell(change), change.id());
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
		boolean go = told || ++this.failures >= ATTEMPTS;
		if (go) {
			this.failures = 0;
			this.applied = number;
		}
		return go;
	}

}
