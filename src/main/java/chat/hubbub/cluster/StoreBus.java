package chat.hubbub.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.SmartLifecycle;

import chat.hubbub.timer.Ticker;

/**
 * Lets the nodes of a cluster without a bus tell each other through the store what is not
 * stored elsewhere, five times a second. Events and changes are found there without it.
 * Thread-safe.
 */
final class StoreBus implements NodeBus, SmartLifecycle {

	private static final Duration EVERY = Duration.ofMillis(200);

	/** The bytes that wait to be stored; what does not fit is dropped. */
	private static final long MAX_BYTES = 8 * 1024 * 1024;

	/** The bytes of a message besides its body. */
	private static final int OWN_BYTES = 128;

	/** The number of rounds between two deletions of old messages. */
	private static final int PRUNING = 25;

	/** The kinds that each node finds in the store by itself. */
	private static final Set<String> STORED = Set.of(ClusterDistribution.EVENTS, ClusterBus.CHANGES);

	private final NodeMessageStore store;

	private final String node;

	private final Map<String, Listener> listeners = new ConcurrentHashMap<>();

	private final Map<String, Long> seen = new HashMap<>();

	private final Ticker ticker = new Ticker("store-bus", EVERY, this::exchange,
			"The nodes cannot reach each other through the store");

	private List<NodeMessage> waiting = new ArrayList<>();

	private long waitingBytes;

	private long last;

	private int round;

	/** A bus that hears what is said from now on. */
	StoreBus(NodeMessageStore store, String node) {
		this.store = store;
		this.node = node;
		this.seen.putAll(store.newest());
	}

	@Override
	public synchronized void publish(String kind, byte[] body) {
		if (!STORED.contains(kind) && this.waitingBytes + body.length <= MAX_BYTES) {
			this.waitingBytes += OWN_BYTES + (long) body.length;
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
		List<NodeMessage> page = this.store.after(this.seen, this.node);
		while (!page.isEmpty()) {
			page.forEach(this::hear);
			page = this.store.after(this.seen, this.node);
		}
		if (++this.round % PRUNING == 0) {
			this.store.prune();
			this.seen.keySet().retainAll(this.store.newest().keySet());
		}
	}

	private void hear(NodeMessage message) {
		this.seen.put(message.node(), message.number());
		Listener listener = this.listeners.get(message.kind());
		if (listener != null) {
			listener.arrived(message.node(), message.body());
		}
	}

	private synchronized List<NodeMessage> take() {
		List<NodeMessage> taken = this.waiting;
		this.waiting = new ArrayList<>();
		this.waitingBytes = 0;
		return taken;
	}

	@Override
	public void start() {
		this.ticker.start();
	}

	@Override
	public void stop() {
		this.ticker.stop();
	}

	@Override
	public boolean isRunning() {
		return this.ticker.isRunning();
	}

}
