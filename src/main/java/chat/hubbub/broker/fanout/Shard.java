package chat.hubbub.broker.fanout;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import chat.hubbub.broker.BrokerProperties;
import chat.hubbub.broker.Worker;
import chat.hubbub.broker.wire.EncodedMessage;

/**
 * A part of the connections, and the one thread that owns their output. A broadcast is
 * put into the shard's queue once. The thread drains the queue and delivers everything in
 * it before it writes, so that under load several messages leave in one write. A delivery
 * needs no task, lock or hand-off of its own.
 * <p>
 * {@code submit}, {@code later} and {@code close} are thread-safe; the rest is for the
 * shard's own thread.
 */
public final class Shard implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(Shard.class);

	/**
	 * The divisor of the outbox size for the broadcasts of one round; clients read
	 * between rounds.
	 */
	private static final int ROUND_PART = 4;

	/** The maximum number of messages of a quiet round. */
	private static final int FEW = 8;

	/** The time between two ticks of its connections, on a machine that is not busy. */
	public static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

	private final BrokerProperties limits;

	private final Worker worker;

	private final ShardQueue queue;

	private final Audiences audiences = new Audiences();

	private final Congestion congestion;

	private final ServerBudget budget;

	private final CatchUp catchUp;

	private final ArrayDeque<Outbox> toFlush = new ArrayDeque<>();

	private final CatchUpSteps catchingUp = new CatchUpSteps();

	private final LongAdder overflows = new LongAdder();

	private final LongAdder deliveries = new LongAdder();

	private volatile LongConsumer deliveryListener = (nanos) -> {
	};

	private volatile boolean closed;

	private boolean quiet;

	private long now = System.nanoTime();

	private final Members members = new Members(this.now);

	/**
	 * A shard.
	 * @param number its number, for the name of its thread
	 * @param limits the limits of its connections
	 * @param congestion records the standing of each subscription
	 * @param budget the memory budget of all connections
	 * @param catchUp is given each subscription that begins or has fallen behind
	 */
	public Shard(int number, BrokerProperties limits, Congestion congestion, ServerBudget budget, CatchUp catchUp) {
		this.catchUp = catchUp;
		this.limits = limits;
		this.congestion = congestion;
		this.budget = budget;
		this.queue = new ShardQueue(limits.outboxBytes() / ROUND_PART);
		this.worker = new Worker("shard-" + number, this);
	}

	void start() {
		this.worker.start();
	}

	/**
	 * Queues messages, a subscription that begins, or an act. Waits while the queue is
	 * full.
	 */
	public void submit(ShardTask task) {
		if (isCurrentThread()) {
			// The thread must not wait for its own queue.
			later(() -> {
				task.begin(this);
				task.end();
			});
			return;
		}
		this.queue.put(task);
	}

	/**
	 * Queues a task on a connection of this shard, after all earlier broadcasts.
	 */
	public void submit(ShardTask.Act act) {
		submit((ShardTask) act);
	}

	/** Queues a task that must not wait: the end of a write or of a connection. */
	public void later(Runnable report) {
		this.queue.report(report);
	}

	/** Whether the calling thread is that of this shard. Thread-safe. */
	public boolean isCurrentThread() {
		return this.worker.isCurrentThread();
	}

	/** Whether its thread does not respond. Thread-safe. */
	boolean isSilent(long now) {
		return this.worker.isSilent(now);
	}

	/** The limits of its connections. Thread-safe. */
	public BrokerProperties limits() {
		return this.limits;
	}

	/** The memory budget of all connections. Thread-safe. */
	public ServerBudget budget() {
		return this.budget;
	}

	/** The nano time at the start of the present round. */
	public long now() {
		return this.now;
	}

	void overflowed() {
		this.overflows.increment();
	}

	/** The number of connections that ended because they read too slowly. Thread-safe. */
	public long overflows() {
		return this.overflows.sum();
	}

	/**
	 * Whether so few messages are being delivered that waiting to join them is not
	 * worthwhile.
	 */
	boolean isQuiet() {
		return this.quiet;
	}

	/** The number of messages handed to the outboxes of subscribers. */
	long deliveries() {
		return this.deliveries.sum();
	}

	/** The bytes that waited for all its connections at the last tick. Thread-safe. */
	long waitingBytes() {
		return this.members.waitingBytes();
	}

	/** Registers a listener for the time of each broadcast until it was written. */
	void onDelivery(LongConsumer listener) {
		this.deliveryListener = listener;
	}

	/** Queues the next step of a subscription that catches up. */
	public void catchUpLater(Runnable step) {
		this.catchingUp.add(step);
	}

	void flushLater(Outbox outbox) {
		this.toFlush.add(outbox);
	}

	/** Adds a member to tick. The shard does not end before the member is removed. */
	public void add(Ticking member) {
		this.members.add(member);
	}

	/** Removes a member, which gets no more ticks. */
	public void remove(Ticking member) {
		this.members.remove(member);
	}

	/** Starts delivery to a subscription. */
	public void join(Subscription subscription) {
		if (!subscription.isCancelled()) {
			this.audiences.add(subscription);
			this.congestion.note(subscription, Congestion.Standing.LIVE);
		}
	}

	void leave(Subscription subscription) {
		this.audiences.remove(subscription);
		this.congestion.note(subscription, Congestion.Standing.ABSENT);
	}

	/** Records whether the client of a subscription that has fallen behind reads. */
	public void noteReading(Subscription subscription) {
		if (subscription.isBehind()) {
			noteBehind(subscription);
		}
	}

	/**
	 * Waits until all connections are closed, or until their time to read the rest is
	 * over.
	 */
	void awaitEmpty() throws InterruptedException {
		CountDownLatch empty = new CountDownLatch(1);
		later(() -> this.members.whenEmpty(empty::countDown));
		empty.await(drainMillis(), TimeUnit.MILLISECONDS);
	}

	/** Ends its thread after the last connection, for which it waits as long. */
	public void close() throws InterruptedException {
		this.closed = true;
		later(() -> {
			// This wakes the thread, so that it sees the flag.
		});
		this.worker.join(drainMillis());
	}

	private long drainMillis() {
		return TimeUnit.NANOSECONDS.toMillis(this.limits.drainNanos()) + 1000;
	}

	@Override
	public void run() {
		while (!this.closed || !this.members.isEmpty()) {
			work();
		}
	}

	/** Does one round of work. Waits for a task if there is nothing to do. */
	public void work() {
		List<ShardTask> tasks = this.queue.collect(this.catchingUp.isEmpty() ? this.members.nextTick() : this.now);
		this.now = System.nanoTime();
		this.worker.answer();
		report();
		// A subscription must not miss later messages; earlier ones do no harm.
		tasks.forEach((task) -> attempt(() -> task.begin(this)));
		deliver();
		tasks.forEach((task) -> attempt(task::end));
		flush();
		tasks.forEach((task) -> task.written(this.deliveryListener));
		this.catchingUp.run(this::flush);
		if (this.members.tickIfDue(this.now)) {
			flush();
		}
	}

	private void deliver() {
		this.quiet = this.audiences.queued() <= FEW;
		this.audiences.deliver(this.deliveries, this::fallBehind);
		this.quiet = false;
	}

	private void fallBehind(Subscription subscription) {
		noteBehind(subscription);
		catchUp(subscription);
	}

	private void noteBehind(Subscription subscription) {
		boolean stalled = subscription.outbox().isStalled(this.now);
		this.congestion.note(subscription, stalled ? Congestion.Standing.STALLED : Congestion.Standing.BEHIND);
	}

	/** Lets a subscription catch up, and joins it. */
	void catchUp(Subscription subscription) {
		this.catchUp.begin(this, subscription);
	}

	/** Queues a message for the joined subscriptions. */
	void queue(EncodedMessage message) {
		this.audiences.queue(message);
	}

	private void report() {
		while (this.queue.hasReports()) {
			attempt(this.queue.nextReport());
		}
	}

	private void flush() {
		Outbox outbox = this.toFlush.poll();
		while (outbox != null) {
			attempt(outbox::flush);
			outbox = this.toFlush.poll();
		}
	}

	/** A fault of one task must not stop the others. */
	static void attempt(Runnable act) {
		try {
			act.run();
		}
		catch (RuntimeException | Error ex) {
			logger.error("A shard failed at one task and continues", ex);
		}
	}

}
