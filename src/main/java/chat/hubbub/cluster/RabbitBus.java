package chat.hubbub.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageListener;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.context.SmartLifecycle;

/**
 * Carries messages over RabbitMQ: each node has a queue at a fanout exchange. Nothing is
 * confirmed or acknowledged, because the store proves what is missing: confirms would
 * reorder the messages and block while RabbitMQ does. A message that comes back shows
 * that messages arrive; a node without messages sends beats. Thread-safe.
 */
final class RabbitBus implements NodeBus, MessageListener, SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(RabbitBus.class);

	private static final String BEAT = "beat";

	private static final String EPOCH = "epoch";

	private static final Outgoing.Item A_BEAT = new Outgoing.Item(BEAT, new byte[0]);

	/** The time without a message to send after which the node sends a beat. */
	private static final Duration BEAT_AFTER = Duration.ofMillis(200);

	/** The time without any message after which none are believed to arrive. */
	private static final long SILENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(600);

	private static final long PAUSE_MILLIS = 200;

	private final RabbitOperations rabbit;

	private final String exchange;

	private final Node node;

	private final Supplier<String> epoch;

	private final Outgoing outgoing = new Outgoing();

	private final Map<String, Listener> listeners = new ConcurrentHashMap<>();

	private volatile long heardAt = System.nanoTime() - SILENCE_NANOS;

	private volatile long lag;

	private volatile @Nullable String blocked;

	private volatile boolean running;

	private volatile boolean foreign;

	/**
	 * A bus that has not started.
	 * @param rabbit publishes without confirms
	 * @param exchange the name of the exchange
	 * @param node this node
	 * @param epoch the epoch of the store, which all nodes of the cluster share
	 */
	RabbitBus(RabbitOperations rabbit, String exchange, Node node, Supplier<String> epoch) {
		this.rabbit = rabbit;
		this.exchange = exchange;
		this.node = node;
		this.epoch = epoch;
	}

	@Override
	public void publish(String kind, byte[] body) {
		this.outgoing.add(kind, body);
	}

	@Override
	public void listen(String kind, Listener listener) {
		this.listeners.put(kind, listener);
	}

	@Override
	public boolean isUp() {
		return this.blocked == null && System.nanoTime() - this.heardAt < SILENCE_NANOS;
	}

	/** RabbitMQ takes no messages for a reason, or takes them again with {@code null}. */
	void setBlocked(@Nullable String reason) {
		if (reason != null) {
			logger.warn("RabbitMQ takes no messages: {}. Messages of other nodes are read from the store", reason);
		}
		this.blocked = reason;
	}

	/** Why RabbitMQ takes no messages at present. */
	@Nullable String blocked() {
		return this.blocked;
	}

	/**
	 * The time that the last message of this node took, in nanoseconds, or while none
	 * arrives the time since then.
	 */
	long lagNanos() {
		long silence = System.nanoTime() - this.heardAt;
		return (silence < SILENCE_NANOS) ? this.lag : silence;
	}

	/** The messages that wait to be published. */
	Outgoing outgoing() {
		return this.outgoing;
	}

	@Override
	public void onMessage(Message message) {
		MessageProperties properties = message.getMessageProperties();
		if (!this.epoch.get().equals(epoch(message))) {
			noteForeign();
			return;
		}
		this.heardAt = System.nanoTime();
		String from = String.valueOf(properties.getAppId());
		String kind = String.valueOf(properties.getType());
		try {
			if (!from.equals(this.node.id())) {
				hear(from, kind, message.getBody());
			}
			else {
				this.lag = System.nanoTime() - Long.parseLong(properties.getMessageId());
			}
		}
		catch (RuntimeException | Error ex) {
			logger.error("A message of the kind {} of another node could not be used", kind, ex);
		}
	}

	private void hear(String from, String kind, byte[] body) {
		Listener listener = this.listeners.get(kind);
		if (listener != null) {
			listener.arrived(from, body);
		}
	}

	/** The epoch of the store that a message belongs to. */
	static String epoch(Message message) {
		return String.valueOf(message.getMessageProperties().getHeaders().get(EPOCH));
	}

	/** Nodes that start at the same moment may differ for a moment. */
	private void noteForeign() {
		if (!this.foreign) {
			this.foreign = true;
			logger.warn("There are messages of a cluster with another database: if it is another one,"
					+ " give one of them another hubbub.cluster.name");
		}
	}

	private void run() {
		boolean failing = false;
		while (this.running) {
			try {
				Outgoing.Item next = this.outgoing.take(BEAT_AFTER);
				if (this.running) {
					this.rabbit.send(this.exchange, "", message((next != null) ? next : A_BEAT));
					failing = false;
				}
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (RuntimeException | Error ex) {
				if (!failing) {
					failing = true;
					logger.warn("RabbitMQ is away. Messages of other nodes are read from the store", ex);
				}
				this.outgoing.clear();
				pause();
			}
		}
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Message message(Outgoing.Item item) {
		MessageProperties properties = new MessageProperties();
		properties.setDeliveryMode(MessageDeliveryMode.NON_PERSISTENT);
		properties.setAppId(this.node.id());
		properties.setType(item.kind());
		properties.setHeader(EPOCH, this.epoch.get());
		properties.setMessageId(Long.toString(System.nanoTime()));
		return new Message(item.body(), properties);
	}

	@Override
	public void start() {
		this.running = true;
		Thread publisher = new Thread(this::run, "bus-publisher");
		publisher.setDaemon(true);
		publisher.start();
	}

	@Override
	public void stop() {
		this.running = false;
		this.outgoing.close();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
