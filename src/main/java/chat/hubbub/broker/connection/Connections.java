package chat.hubbub.broker.connection;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.Attendance;
import chat.hubbub.broker.Backlog;
import chat.hubbub.broker.BrokerProperties;
import chat.hubbub.broker.Clients;
import chat.hubbub.broker.Selection;
import chat.hubbub.broker.fanout.Shard;
import chat.hubbub.broker.fanout.Shards;
import chat.hubbub.broker.wire.Chunk;
import chat.hubbub.broker.wire.CloseCode;
import chat.hubbub.broker.wire.Fault;
import chat.hubbub.broker.wire.Link;
import chat.hubbub.broker.wire.Wire;
import chat.hubbub.stomp.StompVersion;
import chat.hubbub.words.Phrase;

/** All connections, by their ids. Thread-safe. */
@Component
public class Connections implements Clients, SmartLifecycle, DisposableBean {

	private static final Phrase PLAIN_GOODBYE = Phrase.of("server.stopping.plain");

	private final Map<String, Connection> connections = new ConcurrentHashMap<>();

	private final NameIndex names = new NameIndex();

	private final Shards shards;

	private final Inbound inbound;

	private final Admissions admissions;

	private final BrokerProperties limits;

	private final ObjectProvider<Backlog> backlog;

	private final Attendance attendance;

	private final ExecutorService endings = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "endings");
		thread.setDaemon(true);
		return thread;
	});

	private volatile boolean running;

	private volatile boolean stopping;

	Connections(Shards shards, Inbound inbound, Admissions admissions, BrokerProperties limits,
			ObjectProvider<Backlog> backlog, Attendance attendance) {
		this.shards = shards;
		this.inbound = inbound;
		this.admissions = admissions;
		this.limits = limits;
		this.backlog = backlog;
		this.attendance = attendance;
	}

	/**
	 * Opens a STOMP connection.
	 * @param link the link to the client
	 * @param attributes the attributes of the client, such as its browser's session;
	 * copied
	 * @param subProtocol the negotiated WebSocket sub-protocol, or {@code null}
	 * @return the conversation, which handles the client's input
	 */
	public Conversation openStomp(Link link, Map<String, Object> attributes, @Nullable String subProtocol) {
		return new Conversation(open(link, new Wire.Stomp(StompVersion.V1_2, link.framing()), attributes), this.limits,
				subProtocol);
	}

	/**
	 * Opens a plain text connection, which receives only the texts of its subscriptions.
	 * @param link the link to the client
	 * @param attributes the attributes of the client; copied
	 * @return the connection
	 */
	public Connection openPlain(Link link, Map<String, Object> attributes) {
		return open(link, new Wire.Plain(link.framing()), attributes);
	}

	private Connection open(Link link, Wire wire, Map<String, Object> attributes) {
		Shard shard = this.shards.assign();
		Connection connection = new Connection(this, shard, link, wire, attributes);
		this.connections.put(connection.id(), connection);
		shard.later(() -> shard.add(connection));
		connection.budget().open();
		this.admissions.admit(connection);
		if (this.stopping) {
			// The connection opened too late to be told with the others.
			sayGoodbye(connection, new Departure(count()));
			connection.ignoreInput();
		}
		return connection;
	}

	/** The open connection with an id; empty also for {@code null}. */
	public Optional<Connection> find(@Nullable String id) {
		return Optional.ofNullable((id != null) ? this.connections.get(id) : null);
	}

	@Override
	public Selection all() {
		return new SelectedConnections(this.connections.values(), this.inbound::sayEnded);
	}

	@Override
	public Selection of(String name) {
		return new SelectedConnections(this.names.of(name), this.inbound::sayEnded);
	}

	@Override
	public Selection of(Collection<String> names) {
		Set<Connection> found = new LinkedHashSet<>();
		names.forEach((name) -> found.addAll(this.names.of(name)));
		return new SelectedConnections(found, this.inbound::sayEnded);
	}

	/** Adds a connection that has a user now, so that it is found by its names. */
	void enter(Connection connection) {
		this.names.add(connection);
	}

	/** Removes the names of a connection. */
	void leave(Connection connection) {
		this.names.remove(connection);
	}

	/**
	 * Publishes the end of a connection. A listener may broadcast and so wait for a
	 * shard; therefore this must not run on the thread of a shard.
	 */
	void end(Connection connection) {
		this.connections.remove(connection.id());
		leave(connection);
		if (connection.isOnItsShard()) {
			this.endings.execute(connection::publishEnd);
		}
		else {
			connection.publishEnd();
		}
	}

	Inbound inbound() {
		return this.inbound;
	}

	Admissions admissions() {
		return this.admissions;
	}

	Attendance attendance() {
		return this.attendance;
	}

	/** The epoch of the store, if there is one. */
	Optional<String> epoch() {
		return this.backlog.stream().findFirst().map(Backlog::epoch);
	}

	/** The number of open connections. */
	public int count() {
		return this.connections.size();
	}

	/** The number of open connections over a transport; visits each connection. */
	public long count(String transport) {
		return this.connections.values()
			.stream()
			.filter((connection) -> connection.transport().equals(transport))
			.count();
	}

	/** The number of all their subscriptions; visits each connection. */
	public int subscriptionCount() {
		return this.connections.values().stream().mapToInt((connection) -> connection.subscriptions().count()).sum();
	}

	@Override
	public void start() {
		this.running = true;
	}

	/**
	 * Tells all clients that the server is stopping, and gives them time to read the
	 * rest.
	 */
	@Override
	public void stop() {
		this.running = false;
		this.stopping = true;
		Departure departure = new Departure(count());
		this.connections.values().forEach((connection) -> sayGoodbye(connection, departure));
		awaitEnd();
	}

	/**
	 * Waits until all connections are closed, or their time to read the rest is over.
	 */
	public void awaitEnd() {
		try {
			this.shards.awaitEmpty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void destroy() {
		this.endings.shutdown();
	}

	private static void sayGoodbye(Connection connection, Departure departure) {
		Output output = connection.output();
		Fault.Told fault = Fault.of(ConnectionFault.goingAway(departure.retryAfter()), null).in(output.language());
		Chunk error = output.wire().error(fault);
		// A plain text client learns the reason only from the close.
		output.close(error, CloseCode.GOING_AWAY,
				(error != null) ? fault.message() : PLAIN_GOODBYE.in(output.language()));
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
