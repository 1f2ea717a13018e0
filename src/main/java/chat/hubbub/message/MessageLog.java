package chat.hubbub.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.Burst;
import chat.hubbub.broker.Bus;
import chat.hubbub.broker.EncodedMessage;
import chat.hubbub.broker.UnitOfWork;
import chat.hubbub.broker.Worker;
import chat.hubbub.store.StoreFaults;
import chat.hubbub.store.StoreUnavailable;

/**
 * The one writer. It drains the queue of entries, stores all that it finds in one commit
 * and only then broadcasts them: the more load, the larger the group. Because one thread
 * does both, every subscriber sees the order of the numbers.
 * <p>
 * {@link #append(Entry)} is thread-safe.
 */
@Component
class MessageLog implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(MessageLog.class);

	private static final int QUEUE_BOUND = 10_000;

	private static final int GROUP_BOUND = 1_000;

	/** A group ends with the entry that makes it as large: it is encoded as a whole. */
	private static final long GROUP_BYTES = 4 * 1024 * 1024;

	private static final int IDLE_MILLIS = 100;

	/**
	 * While messages come together, how long the next commit waits for more of them: a
	 * commit costs as much as many messages do, and so does waking the shards.
	 */
	private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

	private final MessageStore store;

	private final Bus bus;

	private final Encoding encoding;

	/**
	 * What came together. Each of its units, one entry or those of a transaction, must be
	 * stored together or not at all.
	 */
	private final BlockingQueue<List<List<Entry>>> queue = new LinkedBlockingQueue<>();

	private final QueueRoom room = QueueRoom.of(QUEUE_BOUND);

	/** What to do between two commits; whoever queues it waits for it, so it is short. */
	private final Queue<Errand<?>> errands = new ConcurrentLinkedQueue<>();

	private final Consumer<List<List<Entry>>> receiver = this::put;

	private final Worker writer = new Worker("message-log", this::write);

	private final LongAdder posted = new LongAdder();

	private final LongAdder slowed = new LongAdder();

	private volatile IntConsumer groupListener = (size) -> {
	};

	/** Whether the last attempt to store failed; used by the writer only. */
	private boolean failing;

	private volatile boolean closed;

	private volatile boolean ended;

	MessageLog(MessageStore store, Bus bus, Encoding encoding) {
		this.store = store;
		this.bus = bus;
		this.encoding = encoding;
		this.writer.start();
	}

	/**
	 * Queues an entry, together with those of its transaction; waits while the queue is
	 * full.
	 */
	CompletionStage<Posted> append(Entry entry) {
		String destination = entry.topic().destination();
		if (this.bus.isCongested(destination)) {
			this.slowed.increment();
			Burst.slowDown(() -> this.bus.isCongested(destination));
		}
		UnitOfWork.current()
			.ifPresentOrElse((unit) -> unit.collect(entry, entry.stored(), this::appendAll),
					() -> Burst.hand(List.of(entry), this.receiver));
		return entry.stored();
	}

	/**
	 * Does something on the writer's thread, after a commit and before the next.
	 * @param act what to do; it may change the store's past and broadcast
	 * @return completes when it is done, or fails with {@link StoreUnavailable}
	 */
	<T> CompletionStage<T> betweenCommits(Supplier<T> act) {
		Errand<T> errand = new Errand<>(act);
		this.errands.add(errand);
		// Wakes the writer.
		this.queue.add(List.of());
		refuseIfEnded();
		return errand.done();
	}

	/** Whether the writer does not answer. */
	boolean isSilent(long now) {
		return this.writer.isSilent(now);
	}

	/** How many entries wait to be stored. */
	int queueLength() {
		return this.room.used();
	}

	/** How many messages have been stored since the start. */
	long posted() {
		return this.posted.sum();
	}

	/** After how many messages their senders were told to slow down. */
	long slowed() {
		return this.slowed.sum();
	}

	/** From now on tells the size of each group that is committed. */
	void onGroup(IntConsumer listener) {
		this.groupListener = listener;
	}

	/** Stores and broadcasts what is queued, then ends. */
	@Override
	public void destroy() throws InterruptedException {
		this.closed = true;
		this.writer.join(0);
	}

	private void appendAll(List<Object> entries) {
		Burst.hand(entries.stream().map(Entry.class::cast).toList(), this.receiver);
	}

	private void put(List<List<Entry>> units) {
		try {
			while (!this.closed) {
				if (this.room.tryAcquire(units)) {
					this.queue.add(units);
					refuseIfEnded();
					return;
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		units.forEach(MessageLog::refuse);
	}

	private void write() {
		List<List<Entry>> group = new ArrayList<>(GROUP_BOUND);
		long notBefore = System.nanoTime();
		while (!this.closed || !this.queue.isEmpty()) {
			this.writer.answer();
			collect(group, notBefore);
			notBefore = System.nanoTime() + ((group.size() > 1) ? PACE_NANOS : 0);
			store(group);
			group.clear();
			runErrands();
		}
		this.ended = true;
		refuseIfEnded();
	}

	private void runErrands() {
		Errand<?> errand = this.errands.poll();
		while (errand != null) {
			errand.run();
			errand = this.errands.poll();
		}
	}

	/**
	 * What is queued as the writer ends is refused: by it, or else by whoever queued it.
	 */
	private void refuseIfEnded() {
		if (this.ended) {
			List<List<List<Entry>>> left = new ArrayList<>();
			this.queue.drainTo(left);
			left.forEach((units) -> units.forEach(MessageLog::refuse));
			Errand<?> errand = this.errands.poll();
			while (errand != null) {
				errand.refuse();
				errand = this.errands.poll();
			}
		}
	}

	private void collect(List<List<Entry>> group, long notBefore) {
		try {
			List<List<Entry>> next = this.queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
			TimeUnit.NANOSECONDS.sleep(notBefore - System.nanoTime());
			long bytes = 0;
			while (next != null) {
				this.room.release(next);
				group.addAll(next);
				bytes += QueueRoom.bytes(next);
				next = (group.size() < GROUP_BOUND && bytes < GROUP_BYTES) ? this.queue.poll() : null;
			}
		}
		catch (InterruptedException ex) {
			// Nobody interrupts the writer; if somebody does, it goes on.
			logger.warn("The message log was interrupted and continues");
		}
	}

	private void store(List<List<Entry>> group) {
		if (group.isEmpty()) {
			return;
		}
		Appended outcome;
		try {
			outcome = this.store.append(group);
		}
		catch (RuntimeException | Error ex) {
			storeOneByOne(group, ex);
			return;
		}
		recovered();
		broadcast(outcome.stored());
		outcome.stored().forEach((stored) -> stored.entry().stored().complete(stored.posted()));
		outcome.refused().forEach((entry) -> entry.stored().completeExceptionally(new IdTaken()));
	}

	/**
	 * What the store cannot take must not take its whole group along. A lock is nobody's
	 * fault: to wait for it once for each of them would take as many times as long.
	 */
	private void storeOneByOne(List<List<Entry>> group, Throwable cause) {
		if (group.size() > 1 && !StoreFaults.isLock(cause)) {
			group.forEach((entries) -> store(List.of(entries)));
			return;
		}
		failed(cause);
		group.forEach(MessageLog::refuse);
	}

	/** A disk that is full must not be filled by the log that says so. */
	private void failed(Throwable cause) {
		if (!this.failing) {
			this.failing = true;
			logger.error("Messages cannot be stored and are refused", cause);
		}
	}

	private void recovered() {
		if (this.failing) {
			this.failing = false;
			logger.info("Messages are stored again");
		}
	}

	private static void refuse(List<Entry> entries) {
		entries.forEach((entry) -> entry.stored().completeExceptionally(new StoreUnavailable()));
	}

	private void broadcast(List<Stored> group) {
		List<EncodedMessage> messages = new ArrayList<>(group.size());
		try {
			this.groupListener.accept(group.size());
			for (Stored stored : group) {
				if (stored.fresh()) {
					messages.add(this.encoding.encode(stored.posted()));
				}
			}
			this.posted.add(messages.size());
			this.bus.publish(messages);
		}
		catch (RuntimeException | Error ex) {
			// They are stored: whoever misses them sees the gap and reads the history.
			logger.error("{} stored messages could not be broadcast", group.size(), ex);
		}
	}

}
