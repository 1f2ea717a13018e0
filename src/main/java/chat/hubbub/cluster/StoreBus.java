package chat.hubbub.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Lets the nodes of a cluster without a bus tell each other through the store what is not
 * stored elsewhere, five times a second. Events and changes are found there without it.
 * Thread-safe.
 */
final class StoreBus implements NodeBus, SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(StoreBus.class);

	private static final Duration EVERY = Duration.ofMillis(200);

	/** The bytes that wait to be stored; what does not fit is dropped. */
	private static final long MAX_BYTES = 8 * 1024 * 1024;

	/** The number of rounds between two deletions of old messages. */
	private static final int PRUNING = 25;

	/** The kinds that each node finds in the store by itself. */
	private static final Set<String> STORED = Set.of(ClusterDistribution.EVENTS, ClusterBus.CHANGES);

	private final NodeMessageStore store;

	private final String node;

	private final Map<String, Listener> listeners = new ConcurrentHashMap<>();

	private final Map<String, Long> seen = new HashMap<>();

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "store-bus");
		thread.setDaemon(true);
		return thread;
	});

	private List<NodeMessage> waiting = new ArrayList<>();

	private long waitingBytes;

	private long last;

	private int round;

	private boolean failing;

	private volatile boolean running;

	/** A bus that hears what is said from now on. */
	StoreBus(NodeMessageStore store, String node) {
		this.store = store;
		this.node = node;
		this.seen.putAll(store.newest());
	}

	@Override
	public synchronized void publish(String kind, byte[] body) {
		if (!STORED.contains(kind) && this.waitingBytes + body.length <= MAX_BYTES) {
			this.waitingBytes += body.length;
			this.waiting.add(new NodeMessage(this.node, ++this.last, kind, body));
		}
	}

	@Override
	public void listen(String kind, Listener listener) {
		this.listeners.put(kind, listener);
	}

	@Override
	public boolean isUp() {
		return false;
	}

	/** One round; for one thread. */
	void exchange() {
		this.store.add(take());
		for (NodeMessage message : this.store.after(this.seen, this.node)) {
			this.seen.put(message.node(), message.number());
			Listener listener = this.listeners.get(message.kind());
			if (listener != null) {
				listener.arrived(message.node(), message.body());
			}
		}
		if (++this.round % PRUNING == 0) {
			this.store.prune();
			this.seen.keySet().retainAll(this.store.newest().keySet());
		}
	}

	private synchronized List<NodeMessage> take() {
		List<NodeMessage> taken = this.waiting;
		this.waiting = new ArrayList<>();
		this.waitingBytes = 0;
		return taken;
	}

	private void exchangeOrLog() {
		try {
			exchange();
			this.failing = false;
		}
		catch (RuntimeException | Error ex) {
			if (!this.failing) {
				this.failing = true;
				logger.warn("The nodes cannot reach each other through the store", ex);
			}
		}
	}

	@Override
	public void start() {
		this.running = true;
		Future<?> unused = this.timer.scheduleWithFixedDelay(this::exchangeOrLog, EVERY.toMillis(), EVERY.toMillis(),
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
