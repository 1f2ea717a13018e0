package chat.hubbub.webhook.outgoing;

import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import chat.hubbub.topic.TopicName;

/**
 * The work for one webhook: it has a thread only while there are events to deliver.
 * Thread-safe.
 */
final class Delivery implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(Delivery.class);

	/** A pause grows to about 17 minutes. */
	private static final int MOST_DOUBLINGS = 10;

	private final OutgoingHook hook;

	private final Progress progress;

	private final Courier courier;

	private final Executor threads;

	private final ScheduledExecutorService timer;

	private final long firstPauseNanos;

	private State state = State.IDLE;

	private int failures;

	/**
	 * A webhook that waits to be woken.
	 * @param firstPauseNanos the pause after the first failure; it doubles ten times
	 */
	Delivery(OutgoingHook hook, Courier courier, Executor threads, ScheduledExecutorService timer,
			long firstPauseNanos) {
		this.hook = hook;
		this.progress = new Progress(hook);
		this.courier = courier;
		this.threads = threads;
		this.timer = timer;
		this.firstPauseNanos = firstPauseNanos;
	}

	OutgoingHook hook() {
		return this.hook;
	}

	/** There may be another event in these topics. Does not wait. */
	void wake(Collection<TopicName> topics) {
		this.progress.ahead().add(topics);
		wake();
	}

	/** There may be another event in any topic. Does not wait. */
	void wakeForAny() {
		this.progress.ahead().addAny();
		wake();
	}

	/** There may be another event. Does not wait. */
	synchronized void wake() {
		if (this.state == State.IDLE) {
			begin();
		}
		else if (this.state == State.RUNNING) {
			this.state = State.WOKEN;
		}
	}

	/** Ends it after the present attempt. */
	synchronized void end() {
		this.state = State.ENDED;
	}

	synchronized boolean isEnded() {
		return this.state == State.ENDED;
	}

	@Override
	public void run() {
		try {
			Courier.Outcome outcome = this.courier.deliver(this.hook, this.progress);
			while (outcome == Courier.Outcome.DELIVERED && !isEnded()) {
				this.failures = 0;
				outcome = this.courier.deliver(this.hook, this.progress);
			}
			finish(outcome);
		}
		catch (InterruptedException ex) {
			end();
		}
		catch (RuntimeException | Error ex) {
			logger.error("The webhook {} failed and tries again", this.hook.id(), ex);
			finish(Courier.Outcome.FAILED);
		}
	}

	private synchronized void finish(Courier.Outcome outcome) {
		if (this.state == State.ENDED) {
			return;
		}
		switch (outcome) {
			case ENDED -> this.state = State.ENDED;
			case FAILED -> pause();
			default -> {
				if (this.state == State.WOKEN) {
					begin();
				}
				else {
					this.state = State.IDLE;
				}
			}
		}
	}

	private void begin() {
		this.state = State.RUNNING;
		try {
			this.threads.execute(this);
		}
		catch (RejectedExecutionException ex) {
			pause();
		}
	}

	private void pause() {
		this.state = State.PAUSED;
		Future<?> unused = this.timer.schedule(this::resume,
				this.firstPauseNanos << Math.min(this.failures++, MOST_DOUBLINGS), TimeUnit.NANOSECONDS);
	}

	private synchronized void resume() {
		if (this.state == State.PAUSED) {
			begin();
		}
	}

	private enum State {

		/** There is no event. */
		IDLE,

		/** It has a thread. */
		RUNNING,

		/** It has a thread, and there may be another event. */
		WOKEN,

		/** It waits after a failure. */
		PAUSED,

		/** For ever. */
		ENDED

	}

}
