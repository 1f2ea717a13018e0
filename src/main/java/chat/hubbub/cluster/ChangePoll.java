package chat.hubbub.cluster;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Looks for the changes of other nodes, also when the bus has not told of any. It begins
 * before the node takes connections.
 */
final class ChangePoll implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(ChangePoll.class);

	static final Duration EVERY = Duration.ofMillis(200);

	/** A node that has not looked for longer reads everything again. */
	static final Duration KEPT = Duration.ofMinutes(10);

	/** The number of rounds between two prunings. */
	private static final int PRUNING = 300;

	private final Changes changes;

	private final ChangeStore store;

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "changes");
		thread.setDaemon(true);
		return thread;
	});

	private int round;

	private boolean failing;

	private volatile boolean running;

	ChangePoll(Changes changes, ChangeStore store) {
		this.changes = changes;
		this.store = store;
	}

	private void poll() {
		try {
			this.changes.look();
			if (++this.round % PRUNING == 0) {
				this.store.prune(KEPT);
			}
			this.failing = false;
		}
		catch (RuntimeException | Error ex) {
			if (!this.failing) {
				this.failing = true;
				logger.warn("The changes of other nodes cannot be applied; it is tried again", ex);
			}
		}
	}

	@Override
	public void start() {
		this.running = true;
		Future<?> unused = this.timer.scheduleWithFixedDelay(this::poll, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		this.running = false;
		this.changes.stop();
		this.timer.shutdownNow();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

}
