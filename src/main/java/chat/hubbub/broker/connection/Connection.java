package chat.hubbub.broker.connection;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;

import chat.hubbub.broker.Subscriber;
import chat.hubbub.broker.fanout.BudgetFault;
import chat.hubbub.broker.fanout.ConnectionBudget;
import chat.hubbub.broker.fanout.Shard;
import chat.hubbub.broker.fanout.Subscriptions;
import chat.hubbub.broker.fanout.Ticking;
import chat.hubbub.broker.wire.Chunk;
import chat.hubbub.broker.wire.CloseCode;
import chat.hubbub.broker.wire.Fault;
import chat.hubbub.broker.wire.Link;
import chat.hubbub.broker.wire.Wire;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.stomp.StompFrame;
import chat.hubbub.words.Language;
import chat.hubbub.words.Languages;
import chat.hubbub.words.Phrase;

/**
 * A client's connection over any transport. Input is handled by one thread at a time,
 * that of the transport; output belongs to the connection's shard.
 */
public final class Connection implements Ticking, Subscriber {

	private static final CompletionStage<?> NO_WORK = CompletableFuture.completedStage(null);

	private final String id = UUID.randomUUID().toString();

	private final Map<String, Object> attributes;

	private final Connections connections;

	private final Shard shard;

	private final String transport;

	private final Output output;

	private final KeepAlive keepAlive;

	private final Subscriptions subscriptions;

	private final ConnectionBudget budget;

	private volatile @Nullable Principal user;

	private volatile CompletionStage<?> lastWork = NO_WORK;

	private volatile boolean ended;

	private volatile boolean failed;

	private volatile boolean vanished;

	private volatile Runnable forgetting = () -> {
	};

	Connection(Connections connections, Shard shard, Link link, Wire wire, Map<String, Object> attributes) {
		this.connections = connections;
		this.shard = shard;
		this.transport = (wire instanceof Wire.Plain) ? "plain" : link.transport();
		this.attributes = new ConcurrentHashMap<>(attributes);
		this.budget = new ConnectionBudget(shard.budget(), shard.limits(), this::evict);
		this.output = new Output(shard, link, wire, language(attributes), this.budget);
		this.subscriptions = new Subscriptions(shard, this.output.outbox(), this.budget, this::fail,
				connections.attendance().of(this));
		this.keepAlive = new KeepAlive(shard.limits());
	}

	private static Language language(Map<String, Object> attributes) {
		return (attributes.get(Language.ATTRIBUTE) instanceof Language language) ? language : Languages.ENGLISH;
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
		StompHeaderAccessor frame = Inbound.frame(this, command, headers);
		boolean taken = this.connections.inbound().dispatch(this, frame, body);
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
	 * Whether the connection is being closed by the server. Further input is ignored.
	 * @return {@code true} from the moment the client is told
	 */
	public boolean isFailed() {
		return this.failed;
	}

	/** Whether a SEND to a destination never waits. */
	boolean isPrompt(String destination, byte[] body) {
		return this.connections.inbound().isPrompt(destination, body);
	}

	/** Checks the credentials in a CONNECT. */
	CompletionStage<?> prove(StompFrame connect) {
		return this.connections.admissions().prove(this, connect);
	}

	/**
	 * Counts a SEND that is kept for later.
	 * @throws chat.hubbub.refusal.Refusal if the rate is exceeded
	 */
	void countSend(String destination) {
		this.connections.admissions().countSend(this, destination);
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
		whenIdle(() -> this.output.close(null, CloseCode.NORMAL, ""));
	}

	/**
	 * Queues bytes of the transport itself, such as the answer to a ping. Thread-safe.
	 * @param bytes the bytes, in the link's framing
	 */
	public void say(byte[] bytes) {
		this.output.send(new Chunk(bytes, true));
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
	public void hangUp(int code, Phrase reason) {
		this.output.close(code, reason);
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
		this.connections.inbound().refuse(this, fault);
	}

	/** Sends the fault to the client and closes the connection. Thread-safe. */
	void fail(Fault fault) {
		if (!this.failed) {
			this.failed = true;
			this.connections.inbound().count(fault);
			this.forgetting.run();
			this.output.close(fault);
		}
	}

	/** Ignores all further input of a client that is told to go. */
	void ignoreInput() {
		this.failed = true;
	}

	/** Also charges a part of a message that the transport keeps. */
	@Override
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
		Refusal refusal = BudgetFault.server();
		this.connections.inbound().count(Fault.of(refusal, null));
		this.output.cut(refusal);
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
		this.output.outbox().tick(now);
		if (this.output.outbox().isClosing()) {
			return;
		}
		if (this.output.outbox().isStalled(now)) {
			this.subscriptions.forEach(this.shard::noteReading);
		}
		Refusal fault = this.keepAlive.fault(now);
		if (fault != null) {
			this.vanished = true;
			// They end at once, because the close may wait for a client that is gone.
			this.subscriptions.end((destination) -> true);
			fail(Fault.of(fault, null));
		}
		else {
			this.output.showLife(this.keepAlive, now);
		}
	}

	@Override
	public int waitingBytes() {
		return this.output.outbox().bytes();
	}

	/** The name of its transport in metrics. */
	public String transport() {
		return this.transport;
	}

	/** The output to its client. */
	public Output output() {
		return this.output;
	}

	/** Its subscriptions; thread-safe. */
	public Subscriptions subscriptions() {
		return this.subscriptions;
	}

	/** The budget to which its memory is charged. */
	public ConnectionBudget budget() {
		return this.budget;
	}

	KeepAlive keepAlive() {
		return this.keepAlive;
	}

	/** The epoch of the store, if there is one. */
	Optional<String> epoch() {
		return this.connections.epoch();
	}

	@Override
	public @Nullable Principal user() {
		return this.user;
	}

	@Override
	public Map<String, Object> attributes() {
		return this.attributes;
	}

	@Override
	public boolean isVanished() {
		return this.vanished;
	}

}
