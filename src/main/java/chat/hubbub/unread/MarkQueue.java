package chat.hubbub.unread;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import chat.hubbub.store.StoreUnavailable;
import chat.hubbub.topic.TopicName;

/**
 * The changes of accounts' marks that wait to be stored, those of one mark as one. All of
 * them are stored together, if possible in a commit of messages, and meanwhile later ones
 * wait. Limited in number. Thread-safe.
 */
final class MarkQueue {

	private final BiFunction<Runnable, Duration, CompletableFuture<Void>> log;

	private final Rows rows;

	private final Duration within;

	private final int room;

	private Changes waiting = new Changes();

	/** Those that are being stored. */
	private Changes underWay = new Changes();

	private boolean busy;

	/**
	 * Creates a queue.
	 * @param log stores rows within a time, one call at a time
	 * @param rows writes the rows
	 * @param within the time that changes wait for a commit of messages
	 * @param room the maximum number of waiting changes
	 */
	MarkQueue(BiFunction<Runnable, Duration, CompletableFuture<Void>> log, Rows rows, Duration within, int room) {
		this.log = log;
		this.rows = rows;
		this.within = within;
		this.room = room;
	}

	/**
	 * Adds a change.
	 * @return completes when it is stored
	 * @throws StoreUnavailable if there is no room
	 */
	synchronized CompletableFuture<Void> add(long account, TopicName topic, Change change) {
		Map<TopicName, Change> own = this.waiting.marks.get(account);
		Change former = (own != null) ? own.get(topic) : null;
		if (former == null) {
			take();
		}
		this.waiting.marks.computeIfAbsent(account, (id) -> new TreeMap<>())
			.put(topic, (former != null) ? former.then(change) : change);
		return stored();
	}

	/** Adds the time of an account's first question; skipped if there is no room. */
	synchronized void begin(long account, long time) {
		if (this.waiting.size < this.room) {
			this.waiting.size++;
			this.waiting.starts.put(account, time);
			beginIfIdle();
		}
	}

	/** The changes of an account that may not be stored yet, the earlier ones first. */
	synchronized Map<TopicName, Change> pending(long account) {
		Map<TopicName, Change> pending = new HashMap<>(this.underWay.marks.getOrDefault(account, Map.of()));
		this.waiting.marks.getOrDefault(account, Map.of())
			.forEach((topic, change) -> pending.merge(topic, change, Change::then));
		return pending;
	}

	private void take() {
		if (this.waiting.size >= this.room) {
			throw new StoreUnavailable();
		}
		this.waiting.size++;
	}

	private CompletableFuture<Void> stored() {
		CompletableFuture<Void> future = this.waiting.stored;
		beginIfIdle();
		return future;
	}

	private void beginIfIdle() {
		if (!this.busy) {
			begin();
		}
	}

	private void begin() {
		Changes taken = this.waiting;
		this.underWay = taken;
		this.waiting = new Changes();
		this.busy = true;
		CompletableFuture<?> unused = this.log.apply(() -> taken.write(this.rows), this.within)
			.whenComplete((nothing, fault) -> {
				end();
				// Its callers go on elsewhere, because this is the writer's thread.
				taken.stored.completeAsync(() -> answer(fault));
			});
	}

	private static Void answer(@Nullable Throwable fault) {
		if (fault != null) {
			throw new StoreUnavailable();
		}
		return null;
	}

	private synchronized void end() {
		this.busy = false;
		this.underWay = new Changes();
		if (this.waiting.size > 0) {
			begin();
		}
	}

	/** Writes rows, on the thread of the log's writer. */
	interface Rows {

		/** Stores the time in ms of an account's first question, unless there is one. */
		void begin(long account, long time);

		/** Stores a change of a mark. */
		void put(long account, TopicName topic, Change change);

	}

	/**
	 * Changes that are stored together, in the order of their keys, so that two nodes
	 * never wait for each other's rows in a circle. Guarded by the queue until they are
	 * taken.
	 */
	private static final class Changes {

		private final SortedMap<Long, Map<TopicName, Change>> marks = new TreeMap<>();

		private final SortedMap<Long, Long> starts = new TreeMap<>();

		private final CompletableFuture<Void> stored = new CompletableFuture<>();

		private int size;

		void write(Rows rows) {
			this.starts.forEach(rows::begin);
			this.marks.forEach((account, marks) -> marks.forEach((topic, change) -> rows.put(account, topic, change)));
		}

	}

}
