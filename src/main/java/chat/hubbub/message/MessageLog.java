package chat.hubbub.message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import chat.hubbub.broker.Broadcasts;

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

	private final Broadcasts broadcasts;

	private final JsonMapper json;

	private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(QUEUE_BOUND);

	private final Thread writer = new Thread(this::write, "message-log");

	private volatile boolean closed;

	MessageLog(MessageStore store, Broadcasts broadcasts, JsonMapper json) {
		this.store = store;
		this.broadcasts = broadcasts;
		this.json = json;
		this.writer.start();
	}

	/** Queues an entry; waits while the queue is full. */
	CompletionStage<Posted> append(Entry entry) {
		try {
			while (!this.closed) {
				if (this.queue.offer(entry, 1, TimeUnit.SECONDS)) {
					return entry.stored();
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		entry.stored().completeExceptionally(new StoreUnavailable());
		return entry.stored();
	}

	/** Stores and broadcasts what is queued, then ends. */
	@Override
	public void destroy() throws InterruptedException {
		this.closed = true;
		this.writer.join();
	}

	private void write() {
		List<Entry> group = new ArrayList<>(GROUP_BOUND);
		while (!this.closed || !this.queue.isEmpty()) {
			collect(group);
			store(group);
			group.clear();
		}
	}

	private void collect(List<Entry> group) {
		try {
			Entry first = this.queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
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

	private void store(List<Entry> group) {
		if (group.isEmpty()) {
			return;
		}
		try {
			this.store.append(group).forEach(this::publish);
		}
		catch (DataAccessException | TransactionException ex) {
			storeOneByOne(group, ex);
		}
	}

	/** One entry that the store cannot take must not take its whole group along. */
	private void storeOneByOne(List<Entry> group, RuntimeException cause) {
		if (group.size() > 1) {
			group.forEach((entry) -> store(List.of(entry)));
			return;
		}
		logger.error("A message could not be stored", cause);
		group.get(0).stored().completeExceptionally(new StoreUnavailable());
	}

	private void publish(Stored stored) {
		if (stored.fresh()) {
			broadcast(stored.posted());
		}
		if (stored.isAnother()) {
			stored.entry().stored().completeExceptionally(new IdTaken());
		}
		else {
			stored.entry().stored().complete(stored.posted());
		}
	}

	private void broadcast(Posted posted) {
		try {
			this.broadcasts.send(posted.topicName().destination(), posted.seq(), this.json.writeValueAsBytes(posted),
					posted.text());
		}
		catch (RuntimeException ex) {
			// It is stored: whoever misses it sees the gap and reads it from the history.
			logger.error("Message {} of topic {} could not be broadcast", posted.seq(), posted.topicName(), ex);
		}
	}

}
