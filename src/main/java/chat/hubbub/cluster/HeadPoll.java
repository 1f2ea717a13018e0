package chat.hubbub.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

import chat.hubbub.broker.Backlog;

/**
 * Asks the store for the heads of topics, which proves that no event was missed: of those
 * with subscribers once a second, and five times a second without a bus. The others are
 * asked for five times less often, for features that count messages.
 */
final class HeadPoll implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(HeadPoll.class);

	static final Duration EVERY = Duration.ofMillis(200);

	private static final int SELDOM = 5;

	private final Sequencer sequencer;

	private final Backlog store;

	private final NodeBus nodes;

	private final LiveTopics live;

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "heads");
		thread.setDaemon(true);
		return thread;
	});

	private int round;

	private boolean failing;

	private volatile boolean running;

	HeadPoll(Sequencer sequencer, Backlog store, NodeBus nodes, LiveTopics live) {
		this.sequencer = sequencer;
		this.store = store;
		this.nodes = nodes;
		this.live = live;
	}

	/** One round; for one thread. */
	void poll() {
		this.round++;
		int unit = this.nodes.isUp() ? SELDOM : 1;
		if (this.round % unit != 0) {
			return;
		}
		try {
			this.sequencer.heads(heads(this.round % (unit * SELDOM) == 0));
			this.failing = false;
		}
		catch (RuntimeException ex) {
			if (!this.failing) {
				this.failing = true;
				logger.warn("The heads of topics cannot be read from the store", ex);
			}
		}
	}

	private Map<String, Long> heads(boolean all) {
		if (all || this.live.mayBeAny()) {
			return this.store.heads();
		}
		List<String> topics = this.live.all();
		return topics.isEmpty() ? Map.of() : this.store.heads(topics);
	}

	private void pollOrLog() {
		try {
			poll();
		}
		catch (Error ex) {
			logger.error("A poll of the heads failed; the next one goes on", ex);
		}
	}

	@Override
	public void start() {
		this.running = true;
		Future<?> unused = this.timer.scheduleWithFixedDelay(this::pollOrLog, EVERY.toMillis(), EVERY.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		this.running = false;
		this.timer.shutdownNow();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
