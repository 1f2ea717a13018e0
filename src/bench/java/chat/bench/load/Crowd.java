package chat.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Many subscribers. */
public final class Crowd {

	/** How many connections are being opened at a time; servers queue few of them. */
	private static final int AT_ONCE = 50;

	private static final Duration PROBE_INTERVAL = Duration.ofMillis(250);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	private static final Duration NO_PROGRESS = Duration.ofSeconds(5);

	private final Loop loop;

	private final InetSocketAddress server;

	private final Features features;

	private final List<Client> clients = new ArrayList<>();

	private final List<Client> pending = new ArrayList<>();

	private long lastJoinedAt;

	// All before this one are subscribed, or never will be.
	private int known;

	/**
	 * No clients yet, which will use only the messages.
	 * @param loop the loop that all connections belong to
	 * @param server the address of the server
	 */
	public Crowd(Loop loop, InetSocketAddress server) {
		this(loop, server, Features.CHAT);
	}

	/**
	 * No clients yet.
	 * @param loop the loop that all connections belong to
	 * @param server the address of the server
	 * @param features the features of their topics that the clients use
	 */
	public Crowd(Loop loop, InetSocketAddress server, Features features) {
		this.loop = loop;
		this.server = server;
		this.features = features;
	}

	/**
	 * Connects and subscribes further clients, and waits for them as long as some
	 * connect.
	 * @param topic their topic
	 * @param count their number
	 * @return whether all are connected
	 * @throws IOException if there are no file descriptors or ports left
	 */
	public boolean join(Topic topic, int count) throws IOException {
		for (int number = 0; number < count; number++) {
			Client client = Client.subscriber(this.loop, this.server, topic, this.features);
			this.clients.add(client);
			this.pending.add(client);
			if (!awaitPending(AT_ONCE)) {
				return false;
			}
		}
		return awaitPending(1);
	}

	/**
	 * When the last connection was made.
	 * @return a nano time
	 */
	public long lastJoinedAt() {
		return this.lastJoinedAt;
	}

	/**
	 * Sends probes until one has reached all connected clients.
	 * @return whether one has
	 */
	public boolean awaitSubscribed() {
		long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
		do {
			probe();
			if (this.loop.runUntil(this::isSubscribed, PROBE_INTERVAL)) {
				return true;
			}
		}
		while (System.nanoTime() < deadline);
		return false;
	}

	/**
	 * Everybody, in the order of their joining.
	 * @return a live view
	 */
	public List<Client> clients() {
		return this.clients;
	}

	/**
	 * How many are connected.
	 * @return the number
	 */
	public int connected() {
		return (int) this.clients.stream().filter(Client::isConnected).count();
	}

	/**
	 * How many a probe has reached.
	 * @return the number
	 */
	public int subscribed() {
		return (int) this.clients.stream().filter(Client::isProbed).count();
	}

	/**
	 * How many connections ended that we did not close.
	 * @return the number
	 */
	public int ended() {
		return (int) this.clients.stream().filter((client) -> client.end() != null).count();
	}

	/**
	 * The reason for the end of a connection.
	 * @return a reason, or empty if all are connected
	 */
	public String anEnd() {
		return this.clients.stream().map(Client::end).filter(Objects::nonNull).findFirst().orElse("");
	}

	/**
	 * The number of deliveries that connected clients have not received.
	 * @return the number, for all texts sent until now
	 */
	public long missing() {
		return this.clients.stream()
			.filter((client) -> client.end() == null)
			.mapToLong((client) -> client.topic().sent() - client.received())
			.sum();
	}

	private boolean isSubscribed() {
		while (this.known < this.clients.size() && isKnown(this.clients.get(this.known))) {
			this.known++;
		}
		return this.known == this.clients.size();
	}

	private static boolean isKnown(Client client) {
		return client.isProbed() || !client.isConnected() || client.end() != null;
	}

	/** Asks once in each topic that somebody is not yet known to be in. */
	private void probe() {
		Set<Topic> asked = new HashSet<>();
		for (Client client : this.clients) {
			if (!isKnown(client) && asked.add(client.topic())) {
				Sender.probe(client);
			}
		}
	}

	/** Waits until fewer than so many connections are being opened. */
	private boolean awaitPending(int bound) {
		return this.loop.runUntil(() -> {
			if (this.pending.removeIf((client) -> client.isConnected() || client.end() != null)) {
				this.lastJoinedAt = System.nanoTime();
			}
			return this.pending.size() < bound;
		}, NO_PROGRESS);
	}

}
