package chat.hubbub.message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import chat.hubbub.broker.Bus;
import chat.hubbub.broker.UnitOfWork;

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

	private static final int IDLE_MILLIS = 100;

	private final MessageStore store;

	private final Bus bus;

	private final Encoding encoding;

	/**
	 * What must be stored together or not at all: one entry, or those of a transaction.
	 */
	private final BlockingQueue<List<Entry>> queue = new ArrayBlockingQueue<>(QUEUE_BOUND);

	private final Thread writer = new Thread(this::write, "message-log");

	private final LongAdder posted = new LongAdder();

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
		UnitOfWork.current()
			.ifPresentOrElse((unit) -> unit.collect(entry, entry.stored(), this::appendAll), () -> put(List.of(entry)));
		return entry.stored();
	}

	/** How many entries, or transactions, wait to be stored. */
	int queueLength() {
		return this.queue.size();
	}

	/** How many messages have been stored since the start. */
	long posted() {
		return this.posted.sum();
	}

	/** From now on tells the size of each group that is committed. */
	void onGroup(IntConsumer listener) {
		this.groupListener = listener;
	}

	/** Stores and broadcasts what is queued, then ends. */
	@Override
	public void destroy() throws InterruptedException {
		this.closed = true;
		this.writer.join();
	}

	private void appendAll(List<Object> entries) {
		put(entries.stream().map(Entry.class::cast).toList());
	}

	private void put(List<Entry> entries) {
		try {
			while (!this.closed) {
				if (this.queue.offer(entries, 1, TimeUnit.SECONDS)) {
					refuseIfEnded();
					return;
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		refuse(entries);
	}

	private void write() {
		List<List<Entry>> group = new ArrayList<>(GROUP_BOUND);
		while (!this.closed || !this.queue.isEmpty()) {
			collect(group);
			store(group);
			group.clear();
		}
		this.ended = true;
		refuseIfEnded();
	}

	/**
	 * What is queued as the writer ends is refused: by it, or else by whoever queued it.
	 */
	private void refuseIfEnded() {
		if (this.ended) {
			List<List<Entry>> left = new ArrayList<>();
			this.queue.drainTo(left);
			left.forEach(MessageLog::refuse);
		}
	}

	private void collect(List<List<Entry>> group) {
		try {
			List<Entry> first = this.queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
			if (first != null) {
				group.add(first);
				this.queue.drainTo(group, GROUP_BOUND - 1);
			}
		}
		catch (InterruptedException ex) {
			// Nobody interrupts the writer; if somebody does, it goes on.
			logger.warn("The message log was interrupted and goes on");
		}
	}

	private void store(List<List<Entry>> group) {
		if (group.isEmpty()) {
			return;
		}
		try {
			Appended outcome = this.store.append(group);
			recovered();
			this.groupListener.accept(outcome.stored().size());
			this.posted.add(outcome.stored().stream().filter(Stored::fresh).count());
			outcome.stored().forEach(this::publish);
			outcome.refused().forEach((entry) -> entry.stored().completeExceptionally(new IdTaken()));
		}
		catch (DataAccessException | TransactionException ex) {
			storeOneByOne(group, ex);
		}
	}

	/** What the store cannot take must not take its whole group along. */
	private void storeOneByOne(List<List<Entry>> group, RuntimeException cause) {
		if (group.size() > 1) {
			group.forEach((entries) -> store(List.of(entries)));
			return;
		}
		failed(cause);
		refuse(group.get(0));
	}

	/** A disk that is full must not be filled by the log that says so. */
	private void failed(RuntimeException cause) {
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

	private void publish(Stored stored) {
		if (stored.fresh()) {
			broadcast(stored.posted());
		}
		stored.entry().stored().complete(stored.posted());
	}

	private void broadcast(Posted posted) {
		try {
			this.bus.publish(this.encoding.encode(posted));
		}
		catch (RuntimeException ex) {
			// It is stored: whoever misses it sees the gap and reads it from the history.
			logger.error("Message {} of topic {} could not be broadcast", posted.seq(), posted.topicName(), ex);
		}
	}

}
