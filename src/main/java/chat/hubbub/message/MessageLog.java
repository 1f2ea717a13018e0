package chat.hubbub.message;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.Batch;
import chat.hubbub.broker.Fanout;
import chat.hubbub.topic.TopicName;

/**
 * The only entrance to the topics' logs: wishes of all kinds are queued here, stored by
 * one writer, and published. Thread-safe.
 */
@Component
class MessageLog implements DisposableBean {

	private final Fanout fanout;

	private final LogQueue queue = new LogQueue();

	private final Additions additions = new Additions();

	private final LogWriter writer;

	private final Batch.Receiver<Unit> receiver = this::put;

	private final LongAdder slowed = new LongAdder();

	@Autowired
	MessageLog(MessageStore store, Fanout fanout, Publication publication) {
		this(store, fanout, publication, new Outage());
	}

	MessageLog(MessageStore store, Fanout fanout, Publication publication, Outage outage) {
		this.fanout = fanout;
		this.writer = new LogWriter(this.queue, this.additions, store, publication, outage);
		this.writer.start();
	}

	/**
	 * Queues a wish, together with those of its transaction. Waits while the queue is
	 * full.
	 * @param wish the wish
	 * @param event completes with the wish
	 * @return the same stage
	 */
	<T> CompletionStage<T> append(Wish wish, CompletionStage<T> event) {
		String destination = wish.topic().destination();
		if (this.fanout.isCongested(destination)) {
			this.slowed.increment();
			Batch.slowDown(() -> this.fanout.isCongested(destination));
		}
		Batch.add(Unit.of(wish), event, this.receiver);
		return event;
	}

	/** See {@link EventLog#store}. */
	CompletableFuture<Void> store(String name, Runnable rows, Duration within) {
		return store(name, List.of(), rows, within);
	}

	/**
	 * The same with rows of the messages of some topics.
	 * @param topics the topics, whose events no other writer stores meanwhile
	 */
	CompletableFuture<Void> store(String name, Collection<TopicName> topics, Runnable rows, Duration within) {
		Addition addition = new Addition(name, topics, rows, System.nanoTime() + within.toNanos());
		this.additions.add(addition);
		if (within.isZero()) {
			this.queue.wake();
		}
		return addition.stored();
	}

	/** See {@link EventLog#onCommit}. */
	void onCommit(Consumer<Committed> listener) {
		this.writer.onCommit(listener);
	}

	/** Whether the writer does not respond. */
	boolean isSilent(long now) {
		return this.writer.isSilent(now);
	}

	/** The number of wishes that wait to be stored. */
	int queueLength() {
		return this.queue.length();
	}

	/** The number of wishes after which their authors were slowed down. */
	long slowed() {
		return this.slowed.sum();
	}

	/** Stores and publishes all queued wishes, then ends. */
	@Override
	public void destroy() throws InterruptedException {
		this.queue.close();
		this.writer.join();
	}

	private void put(List<Unit> units, boolean whole) {
		List<Unit> each = whole ? List.of(Unit.of(units)) : units;
		if (!this.queue.offer(each)) {
			Batch.mayWait(() -> this.queue.put(each));
		}
	}

}
