package chat.hubbub.broker;

import java.nio.ByteBuffer;
import java.security.Principal;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.simp.stomp.StompCommand;

/**
 * What a client says over one connection, in STOMP 1.0, 1.1 or 1.2. For one thread at a
 * time; each frame is handled before the next is read.
 */
public final class Conversation {

	private static final String SERVER = "Hubbub";

	private static final String RECEIPT = "receipt";

	private static final String TRANSACTION = "transaction";

	private final Session session;

	private final StompDecoder decoder = new StompDecoder();

	private final BrokerProperties limits;

	private final @Nullable String subProtocol;

	private @Nullable Transactions transactions;

	private StompVersion version = StompVersion.V1_2;

	private boolean connected;

	private boolean over;

	Conversation(Session session, BrokerProperties limits, @Nullable String subProtocol) {
		this.session = session;
		this.limits = limits;
		this.subProtocol = subProtocol;
	}

	/**
	 * Takes bytes from the client, cut anywhere. What breaks the rules of STOMP gets an
	 * ERROR and ends the connection.
	 * @param bytes the bytes; all are read unless the connection ends
	 */
	public void receive(ByteBuffer bytes) {
		if (this.connected) {
			// Half a CONNECT in many pieces gains no time.
			this.session.keepAlive().read();
		}
		try {
			StompFrame frame = isOver() ? null : this.decoder.next(bytes);
			while (frame != null) {
				handle(frame);
				frame = isOver() ? null : this.decoder.next(bytes);
			}
		}
		catch (ProtocolFault fault) {
			fail(fault, null);
		}
	}

	/**
	 * The client has closed its side and will send no more. It gets what it has asked for
	 * before the connection is closed.
	 */
	public void finish() {
		this.over = true;
		this.session.finish();
	}

	/**
	 * Queues bytes of the transport's own, such as the answer to a ping. Thread-safe.
	 * @param bytes what to say, in the link's framing
	 */
	public void say(byte[] bytes) {
		this.session.say(bytes);
	}

	/**
	 * The client has broken a rule of the transport's, which ends the connection.
	 * @param code a WebSocket close code
	 * @param reason one sentence
	 */
	public void hangUp(int code, String reason) {
		this.over = true;
		this.session.hangUp(code, reason);
	}

	/** The transport has lost the connection, or closed it. */
	public void end() {
		this.over = true;
		this.session.end();
	}

	private boolean isOver() {
		return this.over || this.session.isFailed();
	}

	private void handle(StompFrame frame) {
		try {
			obey(frame);
		}
		catch (ProtocolFault fault) {
			fail(fault, frame.header(RECEIPT));
		}
	}

	private void obey(StompFrame frame) {
		String command = frame.command();
		boolean connect = command.equals("CONNECT") || command.equals("STOMP");
		if (!isCommand(command)) {
			throw ProtocolFault.unknownCommand();
		}
		if (connect == this.connected) {
			throw ProtocolFault.outOfTurn();
		}
		switch (command) {
			case "CONNECT", "STOMP" -> connect(frame);
			case "SEND" -> send(require(frame, "destination"));
			case "SUBSCRIBE" -> subscribe(require(frame, "destination"));
			case "UNSUBSCRIBE" -> unsubscribe(frame);
			case "ACK", "NACK" -> acknowledge(frame);
			case "BEGIN" -> begin(frame);
			case "COMMIT" -> commit(frame);
			case "ABORT" -> abort(frame);
			case "DISCONNECT" -> disconnect(frame);
			default -> throw ProtocolFault.serverCommand(command);
		}
	}

	private static boolean isCommand(String command) {
		try {
			StompCommand.valueOf(command);
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private void connect(StompFrame frame) {
		String accepted = frame.header("accept-version");
		if (StompVersion.negotiate(accepted, null).isEmpty()) {
			this.over = true;
			this.session.refuseVersion();
			return;
		}
		this.version = StompVersion.negotiate(accepted, this.subProtocol).orElseThrow(ProtocolFault::subProtocol);
		this.decoder.speak(this.version);
		HeartBeat wanted = HeartBeat.parse(frame.header("heart-beat"));
		HeartBeat ours = new HeartBeat(this.limits.heartBeat().toMillis(), this.limits.heartBeat().toMillis());
		Wire.Stomp wire = new Wire.Stomp(this.version, this.session.wire().framing());
		this.session.speak(wire);
		this.connected = this.session.dispatch(StompCommand.CONNECT, frame.headers(), frame.body());
		if (!this.connected) {
			this.over = true;
			return;
		}
		this.session.keepAlive().agree(wanted.reads(ours), wanted.writes(ours));
		Principal user = this.session.user();
		this.session.send(wire.chunk(StompFrame.of("CONNECTED")
			.with("version", this.version.toString())
			.with("heart-beat", ours.toString())
			.with("server", SERVER)
			.with("session", this.session.id())
			.with("user-name", (user != null) ? user.getName() : null)));
	}

	private void send(StompFrame frame) {
		if (!deferred(frame)) {
			this.session.dispatch(StompCommand.SEND, frame.headers(), frame.body());
		}
	}

	private void subscribe(StompFrame frame) {
		if (frame.header("id") == null) {
			if (this.version != StompVersion.V1_0) {
				throw ProtocolFault.missingHeader("SUBSCRIBE", "id");
			}
			// In STOMP 1.0 the destination may stand for the id.
			frame.with("id", frame.header("destination"));
		}
		this.session.dispatch(StompCommand.SUBSCRIBE, frame.headers(), frame.body());
	}

	private void unsubscribe(StompFrame frame) {
		String id = frame.header("id");
		if (id == null && this.version == StompVersion.V1_0) {
			id = require(frame, "destination").header("destination");
			frame.with("id", id);
		}
		if (id == null) {
			throw ProtocolFault.missingHeader("UNSUBSCRIBE", "id");
		}
		this.session.dispatch(StompCommand.UNSUBSCRIBE, Map.copyOf(withoutDestination(frame).headers()), frame.body());
	}

	private static StompFrame withoutDestination(StompFrame frame) {
		frame.headers().remove("destination");
		return frame;
	}

	private void acknowledge(StompFrame frame) {
		if (deferred(frame)) {
			return;
		}
		if (this.version == StompVersion.V1_1) {
			require(frame, "subscription");
		}
		String header = (this.version == StompVersion.V1_2) ? "id" : "message-id";
		this.session.acknowledge(String.valueOf(require(frame, header).header(header)), frame.header("subscription"));
		receipt(frame);
	}

	private void begin(StompFrame frame) {
		transactions().begin(nameOf(frame));
		receipt(frame);
	}

	private void abort(StompFrame frame) {
		transactions().end(nameOf(frame));
		receipt(frame);
	}

	/** All of the transaction is stored in one commit, or nothing of it. */
	private void commit(StompFrame frame) {
		UnitOfWork work = new UnitOfWork();
		boolean taken = work.run(() -> transactions().end(nameOf(frame)).stream().allMatch(this::replay));
		if (!taken) {
			throw ProtocolFault.refusedTransaction();
		}
		work.commit();
		this.session.workOn(work.done().whenComplete((result, fault) -> answerCommit(frame, fault)));
	}

	private void answerCommit(StompFrame frame, @Nullable Throwable fault) {
		if (fault != null) {
			this.session.refuse(Fault.of(fault, frame.header(RECEIPT)));
		}
		else {
			receipt(frame);
		}
	}

	private boolean replay(StompFrame frame) {
		if (frame.command().equals("SEND")) {
			return this.session.dispatch(StompCommand.SEND, frame.headers(), frame.body());
		}
		acknowledge(frame);
		return true;
	}

	private void disconnect(StompFrame frame) {
		this.over = true;
		String receipt = frame.header(RECEIPT);
		Chunk last = (receipt != null) ? this.session.wire().receipt(receipt) : null;
		this.session.whenIdle(() -> this.session.close(last, CloseCode.NORMAL, ""));
	}

	/** Keeps a frame of a transaction until it is committed. */
	private boolean deferred(StompFrame frame) {
		String transaction = frame.headers().remove(TRANSACTION);
		if (transaction == null) {
			return false;
		}
		transactions().add(transaction, frame);
		return true;
	}

	private Transactions transactions() {
		if (this.transactions == null) {
			this.transactions = new Transactions();
		}
		return this.transactions;
	}

	private static String nameOf(StompFrame frame) {
		return String.valueOf(require(frame, TRANSACTION).header(TRANSACTION));
	}

	private void receipt(StompFrame frame) {
		String receipt = frame.header(RECEIPT);
		if (receipt != null) {
			this.session.send(this.session.wire().receipt(receipt));
		}
	}

	private static StompFrame require(StompFrame frame, String header) {
		String value = frame.header(header);
		if (value == null || value.isEmpty()) {
			throw ProtocolFault.missingHeader(frame.command(), header);
		}
		return frame;
	}

	private void fail(ProtocolFault fault, @Nullable String receipt) {
		this.over = true;
		this.session.fail(Fault.of(fault, receipt));
	}

}
