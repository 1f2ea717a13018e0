package chat.hubbub.broker.connection;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import chat.hubbub.broker.Batch;
import chat.hubbub.broker.BrokerProperties;
import chat.hubbub.broker.connection.Negotiation.Terms;
import chat.hubbub.broker.fanout.ConnectionBudget;
import chat.hubbub.broker.wire.Fault;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.stomp.FrameFault;
import chat.hubbub.stomp.HeaderBounds;
import chat.hubbub.stomp.StompDecoder;
import chat.hubbub.stomp.StompFrame;
import chat.hubbub.words.Phrase;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.simp.stomp.StompCommand;

/**
 * The STOMP conversation of one connection, in version 1.0, 1.1 or 1.2. For one thread at
 * a time; each frame is handled before the next is read.
 */
public final class Conversation {

	/** Longer than any CONNECT waits for its turn. */
	private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

	private final Connection connection;

	private volatile StompDecoder decoder = new StompDecoder();

	private final Negotiation negotiation;

	/** Handles the frames after CONNECT, which it waits for. */
	private volatile @Nullable ClientFrames frames;

	/** The bytes charged for the incomplete frame. */
	private int held;

	private volatile boolean over;

	/** The input that arrives while CONNECT waits; it waits at most once. */
	private volatile @Nullable Held waiting;

	/**
	 * The input behind a frame that is left to a thread that may wait, at most one read
	 * of the transport.
	 */
	private @Nullable Held behind;

	/**
	 * A conversation that waits for CONNECT.
	 * @param connection the connection
	 * @param limits the limits of connections
	 * @param subProtocol the negotiated WebSocket sub-protocol, or {@code null}
	 */
	public Conversation(Connection connection, BrokerProperties limits, @Nullable String subProtocol) {
		this.connection = connection;
		this.negotiation = new Negotiation(connection, limits, subProtocol);
		connection.onFailure(this::forget);
	}

	/**
	 * Handles input from the client, which may be split at any byte. A breach of the
	 * STOMP protocol leads to an ERROR and ends the connection.
	 * @param bytes the input; all of it is consumed unless the connection ends
	 */
	public void receive(ByteBuffer bytes) {
		if (this.frames != null) {
			// A CONNECT that arrives in many pieces gets no extra time.
			this.connection.keepAlive().read();
		}
		try {
			if (!isKeptForLater(bytes)) {
				read(bytes, false);
			}
		}
		catch (Refusal fault) {
			fail(fault, null);
		}
	}

	private void read(ByteBuffer bytes, boolean late) {
		StompDecoder decoder = this.decoder;
		StompFrame frame = isOver() ? null : decoder.next(bytes);
		while (frame != null) {
			if (isLeft(frame)) {
				isKeptForLater(bytes);
				return;
			}
			handle(frame);
			if (!late && isKeptForLater(bytes)) {
				return;
			}
			frame = isOver() ? null : decoder.next(bytes);
		}
		hold(decoder.held());
	}

	/** While CONNECT waits, later input is kept without being parsed. */
	private boolean isKeptForLater(ByteBuffer bytes) {
		Held behind = this.behind;
		Held waiting = (behind != null) ? behind : this.waiting;
		return waiting != null && waiting.keep(bytes);
	}

	/**
	 * Leaves a frame that may have to wait, and the input behind it, to another thread if
	 * this one must not wait.
	 */
	private boolean isLeft(StompFrame frame) {
		ClientFrames frames = this.frames;
		if (!Batch.isPrompt() || (frames != null && frames.isPrompt(frame))) {
			return false;
		}
		Held behind = new Held();
		this.behind = behind;
		Batch.mayWait(() -> {
			this.behind = null;
			goOn(frame, behind);
		});
		return true;
	}

	private void goOn(StompFrame frame, Held behind) {
		try {
			handle(frame);
			ByteBuffer bytes = behind.next();
			if (bytes != null && !isKeptForLater(bytes)) {
				read(bytes, false);
			}
		}
		catch (Refusal fault) {
			fail(fault, null);
		}
	}

	/**
	 * The client has closed its side. It receives the answers to its earlier frames
	 * before the connection is closed.
	 */
	public void finish() {
		this.over = true;
		this.connection.finish();
	}

	/**
	 * Queues bytes of the transport itself, such as the answer to a ping. Thread-safe.
	 * @param bytes the bytes, in the link's framing
	 */
	public void say(byte[] bytes) {
		this.connection.say(bytes);
	}

	/**
	 * The client has shown a sign of life other than a message, such as the answer to a
	 * ping. Thread-safe.
	 */
	public void alive() {
		this.connection.alive();
	}

	/**
	 * The client has broken a rule of the transport, which ends the connection.
	 * @param code a WebSocket close code
	 * @param reason one sentence
	 */
	public void hangUp(int code, Phrase reason) {
		this.over = true;
		this.connection.hangUp(code, reason);
	}

	/** The transport has lost or closed the connection. */
	public void end() {
		this.over = true;
		this.connection.end();
	}

	private boolean isOver() {
		return this.over || this.connection.isFailed();
	}

	/** Charges an incomplete frame, unless it is too small to count. */
	private void hold(int bytes) {
		int more = ((bytes > ConnectionBudget.STEP_BYTES) ? bytes : 0) - this.held;
		if (more != 0) {
			this.connection.budget().keep(more);
			this.held += more;
		}
	}

	/** Releases all kept input and transactions. */
	private void forget() {
		ClientFrames frames = this.frames;
		if (frames != null) {
			frames.forget();
		}
		this.decoder = new StompDecoder();
	}

	private void handle(StompFrame frame) {
		int body = frame.body().length;
		if (body <= ConnectionBudget.STEP_BYTES) {
			obeyOrFail(frame);
			return;
		}
		// Handling may have to wait for a queue, and many threads may wait with a body
		// each.
		hold(body);
		obeyOrFail(frame);
		hold(0);
	}

	private void obeyOrFail(StompFrame frame) {
		Batch.next(frame.command().equals("SEND") ? frame.header("destination") : null);
		try {
			obey(frame);
		}
		catch (Refusal fault) {
			fail(fault, frame.header(StompFrame.RECEIPT));
		}
	}

	private void obey(StompFrame frame) {
		String command = frame.command();
		boolean connect = command.equals("CONNECT") || command.equals("STOMP");
		if (!isCommand(command)) {
			throw FrameFault.unknownCommand();
		}
		ClientFrames frames = this.frames;
		if (connect == (frames != null)) {
			throw ConnectionFault.outOfTurn();
		}
		HeaderBounds.check(frame);
		if (frames == null) {
			connect(frame);
		}
		else if (command.equals("DISCONNECT")) {
			this.over = true;
			frames.disconnect(frame);
		}
		else {
			frames.obey(frame);
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
		Terms terms = this.negotiation.agree(frame);
		if (terms == null) {
			this.over = true;
			return;
		}
		CompletableFuture<?> proof = this.connection.prove(frame).toCompletableFuture();
		if (!proof.isDone()) {
			this.connection.budget().keep(Held.MAX_BYTES);
			this.connection.keepAlive().await(LONGEST_WAIT);
			this.waiting = new Held();
		}
		CompletableFuture<?> unused = proof.whenComplete((done, fault) -> answer(frame, terms, fault));
	}

	/** Runs on the thread that reads, or on the one that checked the password. */
	private void answer(StompFrame frame, Terms terms, @Nullable Throwable fault) {
		try {
			if (fault != null) {
				this.over = true;
				this.connection.fail(Fault.of(fault, frame.header(StompFrame.RECEIPT)));
			}
			else if (!isOver()) {
				begin(frame, terms);
			}
			handleWhatWaited();
		}
		catch (RuntimeException ex) {
			this.over = true;
			this.connection.fail(Fault.of(ex, frame.header(StompFrame.RECEIPT)));
		}
	}

	private void begin(StompFrame frame, Terms terms) {
		if (!this.negotiation.answer(frame, terms)) {
			this.over = true;
			return;
		}
		this.decoder.speak(terms.version());
		this.frames = new ClientFrames(this.connection, terms.version());
	}

	private void handleWhatWaited() {
		Held waiting = this.waiting;
		if (waiting == null) {
			return;
		}
		ByteBuffer bytes = waiting.next();
		while (bytes != null) {
			read(bytes, true);
			bytes = waiting.next();
		}
		this.waiting = null;
		this.connection.budget().release(Held.MAX_BYTES);
	}

	private void fail(Refusal fault, @Nullable String receipt) {
		this.over = true;
		this.connection.fail(Fault.of(fault, receipt));
	}

}
