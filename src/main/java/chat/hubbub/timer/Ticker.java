package chat.hubbub.timer;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Repeats a task on a thread of its own, from the start of the server to its stop. A
 * round that fails does not end the repetition. Of several such rounds in a row, the
 * first is logged. Thread-safe.
 */
public final class Ticker implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Ticker.class);

	/** A round that is under way at the stop gets so long to end. */
	private static final Duration FAREWELL = Duration.ofSeconds(2);

	private final String name;

	private final Duration pause;

	private final Runnable round;

	private final String trouble;

	private final int phase;

	private final Runnable end;

	private @Nullable ScheduledExecutorService timer;

	private boolean failing;

	/**
	 * A ticker that starts with the server, after it takes connections.
	 * @param name the name of its thread
	 * @param pause the time between two rounds
	 * @param round the task
	 * @param trouble a sentence for the log when a round has failed
	 */
	public Ticker(String name, Duration pause, Runnable round, String trouble) {
		this(name, pause, round, trouble, DEFAULT_PHASE, () -> {
		});
	}

	private Ticker(String name, Duration pause, Runnable round, String trouble, int phase, Runnable end) {
		this.name = name;
		this.pause = pause;
		this.round = round;
		this.trouble = trouble;
		this.phase = phase;
		this.end = end;
	}

	/** The same, except that it starts before everything else and stops after it. */
	public Ticker outermost() {
		return new Ticker(this.name, this.pause, this.round, this.trouble, Integer.MIN_VALUE, this.end);
	}

	/**
	 * The same with something to do after the last round.
	 * @param act the last act; the log says if it fails
	 */
	public Ticker endingWith(Runnable act) {
		return new Ticker(this.name, this.pause, this.round, this.trouble, this.phase, act);
	}

	private void runRound() {
		try {
			this.round.run();
			this.failing = false;
		}
		catch (RuntimeException | Error ex) {
			if (!this.failing) {
				this.failing = true;
				logger.warn("{}; it is tried again", this.trouble, ex);
			}
		}
	}

	/** Begins with a round. */
	@Override
	public synchronized void start() {
		ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, this.name);
			thread.setDaemon(true);
			return thread;
		});
		this.timer = started;
		Future<?> unused = started.scheduleWithFixedDelay(this::runRound, 0, this.pause.toNanos(),
				TimeUnit.NANOSECONDS);
	}

	/** Interrupts the present round, and waits for its end. */
	@Override
	public synchronized void stop() {
		ScheduledExecutorService stopped = this.timer;
		this.timer = null;
		if (stopped != null) {
			stopped.shutdownNow();
			await(stopped);
			end();
		}
	}

	private void end() {
		try {
			this.end.run();
		}
		catch (RuntimeException ex) {
			logger.debug("{} did not end well", this.name, ex);
		}
	}

	private static void await(ScheduledExecutorService stopped) {
		try {
			boolean unused = stopped.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.timer != null;
	}

	@Override
	public int getPhase() {
		return this.phase;
	}

}
