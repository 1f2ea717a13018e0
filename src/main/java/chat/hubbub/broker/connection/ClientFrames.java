package chat.hubbub.broker.connection;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.simp.stomp.StompCommand;

import chat.hubbub.broker.wire.Chunk;
import chat.hubbub.broker.wire.CloseCode;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.stomp.FrameFault;
import chat.hubbub.stomp.StompFrame;
import chat.hubbub.stomp.StompVersion;

/**
 * Handles the frames of a connected client. For one thread at a time, except
 * {@link #forget}.
 */
final class ClientFrames {

	private final Connection connection;

	private final StompVersion version;

	private volatile @Nullable TransactionFrames transactions;

	ClientFrames(Connection connection, StompVersion version) {
		this.connection = connection;
		this.version = version;
	}

	/**
	 * Handles a frame other than CONNECT and DISCONNECT.
	 * @throws Refusal if a header is missing or invalid, or if a client does not send
	 * such frames
	 */
	void obey(StompFrame frame) {
		switch (frame.command()) {
			case "SEND" -> send(frame);
			case "SUBSCRIBE" -> subscribe(frame);
			case "UNSUBSCRIBE" -> unsubscribe(frame);
			case "ACK", "NACK" -> acknowledge(frame);
			case "BEGIN" -> transactions().begin(frame);
			case "COMMIT" -> transactions().commit(frame);
			case "ABORT" -> transactions().abort(frame);
			default -> throw FrameFault.serverCommand(frame.command());
		}
	}

	/** Whether a frame never waits and takes a short time: some SENDs. */
	boolean isPrompt(StompFrame frame) {
		String destination = frame.header("destination");
		return destination != null && frame.command().equals("SEND") && frame.header("transaction") == null
				&& this.connection.isPrompt(destination, frame.body());
	}

	private void send(StompFrame frame) {
		frame.require("destination");
		if (!isDeferred(frame)) {
			this.connection.dispatch(StompCommand.SEND, frame.headers(), frame.body());
		}
	}

	private void subscribe(StompFrame frame) {
		String destination = frame.require("destination");
		if (frame.header("id") == null) {
			if (this.version != StompVersion.V1_0) {
				throw FrameFault.missingHeader("SUBSCRIBE", "id");
			}
			// In STOMP 1.0 the destination may replace the id.
			frame.with("id", destination);
		}
		this.connection.dispatch(StompCommand.SUBSCRIBE, frame.headers(), frame.body());
	}

	private void unsubscribe(StompFrame frame) {
		String id = frame.header("id");
		if (id == null && this.version == StompVersion.V1_0) {
			id = frame.require("destination");
			frame.with("id", id);
		}
		if (id == null) {
			throw FrameFault.missingHeader("UNSUBSCRIBE", "id");
		}
		frame.headers().remove("destination");
		this.connection.dispatch(StompCommand.UNSUBSCRIBE, frame.headers(), frame.body());
	}

	private void acknowledge(StompFrame frame) {
		if (!isDeferred(frame)) {
			settle(frame);
			this.connection.output().receipt(frame);
		}
	}

	private void settle(StompFrame frame) {
		if (this.version == StompVersion.V1_1) {
			frame.require("subscription");
		}
		String ack = frame.require((this.version == StompVersion.V1_2) ? "id" : "message-id");
		this.connection.subscriptions().acknowledge(ack, frame.header("subscription"));
	}

	private boolean isDeferred(StompFrame frame) {
		return frame.header("transaction") != null && transactions().defer(frame);
	}

	private TransactionFrames transactions() {
		TransactionFrames frames = this.transactions;
		if (frames == null) {
			frames = new TransactionFrames(this.connection, this::replay);
			this.transactions = frames;
		}
		return frames;
	}

	/** Handles a frame whose transaction is being committed. */
	private boolean replay(StompFrame frame) {
		if (frame.command().equals("SEND")) {
			return this.connection.dispatch(StompCommand.SEND, frame.headers(), frame.body());
		}
		settle(frame);
		return true;
	}

	/** Closes the connection after the answers to all frames, with a RECEIPT if asked. */
	void disconnect(StompFrame frame) {
		String receipt = frame.header(StompFrame.RECEIPT);
		Chunk last = (receipt != null) ? this.connection.output().wire().receipt(receipt) : null;
		this.connection.whenIdle(() -> this.connection.output().close(last, CloseCode.NORMAL, ""));
	}

	/** Releases the open transactions; on any thread. */
	void forget() {
		this.transactions = null;
	}

}
