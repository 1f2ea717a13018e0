package chat.hubbub.message.follow;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import chat.hubbub.message.Committed;
import chat.hubbub.message.EventLog;
import chat.hubbub.message.Follower;
import chat.hubbub.message.Follower.Step;
import chat.hubbub.topic.TopicName;

/**
 * Runs a follower. One step is under way at a time, so that a process that is killed
 * repeats no more than one. Thread-safe.
 */
final class FollowerThread {

	private static final Logger logger = LoggerFactory.getLogger(FollowerThread.class);

	/** The time in which a step waits for a commit of messages. */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	/**
	 * The pause between two steps, because waking a thread costs as much as many events.
	 */
	private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

	/**
	 * The same after a step of few events, because a step of many costs hardly more
	 * statements.
	 */
	private static final long LEISURE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

	private static final int FEW = 50;

	/**
	 * The same while it reads from the store, because its commits delay those of users.
	 */
	private static final long READING_PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

	/** The time between two looks whether the node that follows has ended. */
	private static final long WAITING_NANOS = TimeUnit.SECONDS.toNanos(5);

	private static final long STUCK_NANOS = TimeUnit.MINUTES.toNanos(1);

	private static final int MOST_DOUBLINGS = 6;

	private final Follower follower;

	private final EventLog log;

	private final CursorStore cursors;

	private final Feed feed;

	private final Reader reader;

	private final Lease lease;

	private final Thread thread;

	private final long firstPauseNanos;

	private volatile @Nullable Throwable fault;

	private volatile long stepBegan;

	private volatile boolean inStep;

	private int failures;

	private long fence;

	/**
	 * A thread that has not started.
	 * @param firstPause the pause after the first failure; it doubles six times
	 */
	FollowerThread(Follower follower, EventLog log, CursorStore cursors, Feed feed, Duration firstPause) {
		this(follower, log, cursors, feed, firstPause, Lease.ALWAYS);
	}

	/**
	 * The same on a node of a cluster.
	 * @param lease the right to run it
	 */
	FollowerThread(Follower follower, EventLog log, CursorStore cursors, Feed feed, Duration firstPause, Lease lease) {
		this.lease = lease;
		this.follower = follower;
		this.log = log;
		this.cursors = cursors;
		this.feed = feed;
		this.reader = new Reader(follower, log, cursors, feed);
		this.firstPauseNanos = firstPause.toNanos();
		this.thread = new Thread(this::run, "follower-" + follower.name());
		this.thread.setDaemon(true);
	}

	String name() {
		return this.follower.name();
	}

	void start() {
		this.thread.start();
	}

	/** Adds new events; called by the writer. */
	void add(Committed committed) {
		this.feed.add(committed);
	}

	/** Other nodes have stored events, up to these numbers. */
	void lag(Map<TopicName, Long> heads) {
		this.feed.lag(heads);
	}

	/** Ends it without waiting. Its last step may be stored nevertheless. */
	void close() {
		this.feed.close();
		this.thread.interrupt();
	}

	void join(Duration atMost) throws InterruptedException {
		this.thread.join(atMost.toMillis());
		this.lease.release();
	}

	/** Why it does not follow at present, for the health; empty if it does. */
	Optional<String> trouble(long now) {
		Throwable cause = this.fault;
		if (cause != null) {
			return Optional.of("It failed and tries again: " + cause);
		}
		if (this.inStep && now - this.stepBegan > STUCK_NANOS) {
			return Optional.of("It has not finished its step for a minute");
		}
		return Optional.empty();
	}

	private void run() {
		while (!this.feed.isClosed()) {
			try {
				round();
			}
			catch (Exception | Error ex) {
				recoverFrom((ex instanceof ExecutionException && ex.getCause() != null) ? ex.getCause() : ex);
			}
		}
	}

	private void round() throws Exception {
		if (!mayFollow()) {
			this.feed.drop();
			this.feed.pause(WAITING_NANOS);
			return;
		}
		if (!this.reader.isBehind()) {
			this.feed.await();
			if (!mayFollow()) {
				// The process stood still meanwhile, and another node has followed.
				return;
			}
		}
		Portion portion = this.reader.next();
		if (!portion.isEmpty()) {
			this.stepBegan = System.nanoTime();
			this.inStep = true;
			follow(portion);
			this.inStep = false;
			succeeded();
			this.feed.pause(paceAfter(portion));
		}
	}

	private long paceAfter(Portion portion) {
		if (this.reader.isBehind()) {
			return READING_PACE_NANOS;
		}
		return (portion.entries().size() < FEW) ? LEISURE_NANOS : PACE_NANOS;
	}

	/** After another node has followed, the cursors are elsewhere. */
	private boolean mayFollow() {
		long held = this.lease.hold();
		if (held != 0 && held != this.fence) {
			this.reader.reset();
			this.fence = held;
		}
		return held != 0;
	}

	private void follow(Portion portion) throws Exception {
		Step step = this.follower.follow(portion.entries());
		this.log.store("follower-" + name(), () -> {
			this.lease.check();
			this.cursors.move(name(), portion.moves());
			step.store();
		}, this.reader.isBehind() ? Duration.ZERO : PATIENCE).get();
		this.reader.stored(portion);
		step.stored();
	}

	private void succeeded() {
		if (this.failures > 0) {
			this.failures = 0;
			this.fault = null;
			logger.info("Follower {} follows again", name());
		}
	}

	private void recoverFrom(Throwable cause) {
		this.inStep = false;
		this.reader.reset();
		if (this.feed.isClosed()) {
			return;
		}
		if (cause instanceof CursorMoved || cause instanceof LeaseLost) {
			logger.debug("Another node has stored the step of {}", name());
			return;
		}
		this.fault = cause;
		if (this.failures == 0) {
			logger.error("Follower {} failed and tries again", name(), cause);
		}
		try {
			this.feed.pause(this.firstPauseNanos << Math.min(this.failures++, MOST_DOUBLINGS));
		}
		catch (InterruptedException ex) {
			// It is closed, or tries again at once.
		}
	}

}
