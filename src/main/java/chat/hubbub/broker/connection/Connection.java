package chat.hubbub.broker.connection;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.util.InvalidMimeTypeException;

import chat.hubbub.broker.fanout.Acknowledgements;
import chat.hubbub.broker.fanout.BudgetFault;
import chat.hubbub.broker.fanout.ConnectionBudget;
import chat.hubbub.broker.fanout.LargeAct;
import chat.hubbub.broker.fanout.Outbox;
import chat.hubbub.broker.fanout.Resume;
import chat.hubbub.broker.fanout.Shard;
import chat.hubbub.broker.fanout.Subscription;
import chat.hubbub.broker.fanout.Subscriptions;
import chat.hubbub.broker.fanout.Ticking;
import chat.hubbub.broker.wire.Chunk;
import chat.hubbub.broker.wire.CloseCode;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.Fault;
import chat.hubbub.broker.wire.Link;
import chat.hubbub.broker.wire.Wire;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.stomp.FrameFault;
import chat.hubbub.stomp.StompFrame;

/**
 * A client's connection over any transport. Input is handled by one thread at a time,
 * that of the transport; output belongs to the connection's shard.
 */
public final class Connection implements Ticking {

	// Spring converts /user/queue/errors to a destination of the connection.
	private static final String ERRORS = "/queue/errors-user";

	private final String id = UUID.randomUUID().toString();

	private final Map<String, Object> attributes;

	private final Connections connections;

	private final Shard shard;

	private final Outbox outbox;

	private final KeepAlive keepAlive;

	private final Subscriptions subscriptions;

	private final ConnectionBudget budget;

	private final Consumer<Fault> failure = this::fail;

	private volatile Wire wire;

	private volatile @Nullable Principal user;

	private volatile CompletionStage<?> lastWork = CompletableFuture.completedStage(null);

	private volatile boolean ended;

	private volatile boolean failed;

	private volatile Runnable forgetting = () -> {
	};

	Connection(Connections connections, Shard shard, Link link, Wire wire, Map<String, Object> attributes) {
		this.connections = connections;
		this.shard = shard;
		this.wire = wire;
		this.attributes = new ConcurrentHashMap<>(attributes);
		this.budget = new ConnectionBudget(shard.budget(), shard.limits(), this::evict);
		this.subscriptions = new Subscriptions(shard, this.budget);
		this.outbox = new Outbox(shard, link, this::wire, this.budget);
		this.keepAlive = new KeepAlive(shard.limits());
	}

	/**
	 * The connection's id.
	 * @return a unique id that is hard to guess
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Hands a frame of this connection to the application, on the calling thread. A
	 * refusal is reported to the client.
	 * @param command the frame's command
	 * @param headers the frame's headers without escapes
	 * @param body the body, not copied
	 * @return whether the frame was accepted
	 */
	public boolean dispatch(StompCommand command, Map<String, String> headers, byte[] body) {
		Map<String, List<String>> natives = new LinkedHashMap<>();
		headers.forEach((name, value) -> natives.put(name, List.of(value)));
		StompHeaderAccessor frame = accessor(command, natives);
		frame.setSessionId(this.id);
		frame.setSessionAttributes(this.attributes);
		frame.setUser(this.user);
		boolean taken = this.connections.dispatch(this, frame, body);
		if (command == StompCommand.CONNECT && taken) {
			enter(frame.getUser());
			this.keepAlive.agree(0, 0);
		}
		return taken;
	}

	/** Sets the user of the connection, by whom it can be found from now on. */
	void enter(@Nullable Principal arrived) {
		this.user = arrived;
		this.connections.enter(this);
		if (this.ended) {
			// The connection was lost meanwhile.
			this.connections.leave(this);
		}
	}

	/**
	 * Whether the connection is being closed because of a refusal. Further input is
	 * ignored.
	 * @return {@code true} from the moment the client is told
	 */
	public boolean isFailed() {
		return this.failed;
	}

	/** Checks the credentials in a CONNECT. */
	CompletionStage<?> prove(StompFrame connect) {
		return this.connections.prove(connect, this.attributes);
	}

	KeepAlive keepAlive() {
		return this.keepAlive;
	}

	/**
	 * The transport has lost or closed the connection. May be called more than once.
	 */
	public void end() {
		if (!this.ended) {
			this.ended = true;
			this.subscriptions.leave();
			this.budget.end();
			this.connections.end(this);
		}
	}

	/**
	 * The client has closed its side. It receives the answers to its earlier frames
	 * before the connection is closed.
	 */
	public void finish() {
		whenIdle(() -> close(null, CloseCode.NORMAL, ""));
	}

	/**
	 * Queues bytes of the transport itself, such as the answer to a ping. Thread-safe.
	 * @param bytes the bytes, in the link's framing
	 */
	public void say(byte[] bytes) {
		send(new Chunk(bytes, true));
	}

	/**
	 * The client has shown a sign of life other than a whole message, such as the answer
	 * to a ping or a part of a message. Thread-safe.
	 */
	public void alive() {
		this.keepAlive.sign();
	}

	/**
	 * The client has broken a rule of the transport, which ends the connection.
	 * @param code a WebSocket close code
	 * @param reason one sentence
	 */
	public void hangUp(int code, String reason) {
		close(null, code, reason);
	}

	/** Publishes the end of the connection; not on its shard's thread. */
	void publishEnd() {
		try {
			dispatch(StompCommand.DISCONNECT, Map.of(), Chunk.NOTHING);
		}
		finally {
			// This comes last, because a stopping server waits until its shards have no
			// connections.
			this.shard.later(() -> this.shard.remove(this));
		}
	}

	boolean isOnItsShard() {
		return this.shard.isCurrentThread();
	}

	/** Refuses a frame, and continues if the client subscribes to refusals. */
	void refuse(Fault fault) {
		this.connections.refuse(this, fault);
	}

	/** Sends the fault to the client and closes the connection. Thread-safe. */
	void fail(Fault fault) {
		if (this.failed) {
			return;
		}
		this.failed = true;
		this.forgetting.run();
		close(this.wire.error(fault),
				(this.wire instanceof Wire.Plain) ? CloseCode.POLICY_VIOLATION : CloseCode.PROTOCOL_ERROR,
				fault.message());
	}

	/**
	 * Charges a part of a message that the transport keeps.
	 * @param bytes the change in bytes, negative to release them
	 * @return {@code false} if the budget is exceeded and the connection is being closed
	 */
	public boolean keep(long bytes) {
		try {
			this.budget.keep(bytes);
			return true;
		}
		catch (Refusal fault) {
			fail(Fault.of(fault, null));
			return false;
		}
	}

	public ConnectionBudget budget() {
		return this.budget;
	}

	/**
	 * Sets the action that releases the kept input if the connection fails; the action
	 * must be thread-safe.
	 */
	void onFailure(Runnable forgetting) {
		this.forgetting = forgetting;
	}

	/** Runs on any thread, including those of other shards, so it must not wait. */
	private void evict() {
		this.failed = true;
		this.forgetting.run();
		this.subscriptions.end((destination) -> true);
		this.shard.later(() -> this.outbox.cut(BudgetFault.server()));
	}

	/**
	 * Counts a SEND that is kept for later.
	 * @throws chat.hubbub.refusal.Refusal if the rate is exceeded
	 */
	void countSend(String destination) {
		this.connections.countSend(this, destination);
	}

	/** Writes the pending output and this chunk, then closes. Thread-safe. */
	void close(@Nullable Chunk last, int code, String reason) {
		this.shard.submit(() -> this.outbox.close(last, code, CloseCode.reason(reason)));
	}

	/**
	 * Queues output for this connection, after all broadcasts queued before it.
	 * Thread-safe.
	 */
	public void send(@Nullable Chunk chunk) {
		if (chunk != null) {
			this.shard.submit(LargeAct.of(() -> this.outbox.offer(chunk), chunk.length()));
		}
	}

	/** Sends the RECEIPT that a frame asks for. Thread-safe. */
	void receipt(StompFrame frame) {
		String receipt = frame.header(StompFrame.RECEIPT);
		if (receipt != null) {
			send(this.wire.receipt(receipt));
		}
	}

	/** Queues a message for one subscription of this connection. Thread-safe. */
	void sendTo(Subscription subscription, EncodedMessage message) {
		this.shard.submit(LargeAct.of(() -> subscription.deliver(message), message.length()));
	}

	/** Creates a subscription of this connection that has not begun. */
	public Subscription subscription(String id, String destination, @Nullable Acknowledgements acknowledgements,
			Resume resume) {
		return new Subscription(this.outbox, this.failure, id, destination, acknowledgements, resume);
	}

	/** Starts delivery to a subscription. */
	public void subscribe(Subscription subscription) {
		this.subscriptions.add(subscription);
		this.shard.submit(subscription);
		if (this.ended) {
			// The connection was lost meanwhile and may have missed this subscription.
			this.subscriptions.remove(subscription.id());
		}
	}

	public Subscriptions subscriptions() {
		return this.subscriptions;
	}

	/** The subscription on which the client receives refusals. */
	Optional<Subscription> errors() {
		return this.subscriptions.to((destination) -> destination.startsWith(ERRORS));
	}

	/**
	 * Sends to a queue of the connection's user, if the client subscribes to it.
	 * Thread-safe.
	 */
	void tell(String queue, byte[] json) {
		// Spring converts it to a destination of the connection.
		String own = queue.substring("/user".length()) + "-user" + this.id;
		this.subscriptions.allTo(own)
			.forEach((subscription) -> sendTo(subscription, EncodedMessage.json(own, queue, json)));
	}

	/** Uses another wire format from now on. */
	void speak(Wire wire) {
		this.wire = wire;
	}

	/**
	 * Records unfinished work of this connection; each piece ends after the earlier ones.
	 */
	void workOn(CompletionStage<?> work) {
		this.lastWork = work;
	}

	/**
	 * Runs an action once all work of this connection has ended, with or without success.
	 */
	void whenIdle(Runnable action) {
		this.lastWork.whenComplete((result, fault) -> action.run());
	}

	/** Sends heart-beats and pings, or ends a dead connection; on its shard's thread. */
	@Override
	public void tick(long now) {
		this.outbox.tick(now);
		if (this.outbox.isClosing()) {
			return;
		}
		if (this.outbox.isStalled(now)) {
			this.subscriptions.forEach(this.shard::noteReading);
		}
		Refusal fault = this.keepAlive.fault(now);
		if (fault != null) {
			fail(Fault.of(fault, null));
		}
		else {
			showLife(now);
		}
	}

	private void showLife(long now) {
		if (this.keepAlive.isPingDue(now) && this.outbox.ping()) {
			this.keepAlive.pinged(now);
		}
		if (this.keepAlive.isDue(this.outbox.lastWrite(), now)) {
			Chunk heartBeat = this.wire.heartBeat();
			if (heartBeat != null) {
				this.outbox.offer(heartBeat);
			}
		}
	}

	public Wire wire() {
		return this.wire;
	}

	public Outbox outbox() {
		return this.outbox;
	}

	/** The epoch of the store, if there is one. */
	Optional<String> epoch() {
		return this.connections.epoch();
	}

	@Nullable Principal user() {
		return this.user;
	}

	Map<String, Object> attributes() {
		return this.attributes;
	}

	private static StompHeaderAccessor accessor(StompCommand command, Map<String, List<String>> headers) {
		try {
			return StompHeaderAccessor.create(command, headers);
		}
		catch (InvalidMimeTypeException ex) {
			throw FrameFault.badHeader("content-type", "must be a media type, such as text/plain");
		}
	}

}
