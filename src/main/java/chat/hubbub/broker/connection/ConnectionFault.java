package chat.hubbub.broker.connection;

import java.time.Duration;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal that ends a connection. */
@SuppressWarnings("serial")
final class ConnectionFault extends Refusal {

	private ConnectionFault(Kind kind, String code) {
		super(kind, code);
	}

	private ConnectionFault(String code, Duration retryAfter) {
		super(Kind.UNAVAILABLE, code, Phrase.of(code), retryAfter);
	}

	/** A frame came before CONNECT, or there was a second CONNECT. */
	static ConnectionFault outOfTurn() {
		return new ConnectionFault(Kind.INVALID, "frame.out-of-turn");
	}

	/** The client has been silent for too long. */
	static ConnectionFault silent() {
		return new ConnectionFault(Kind.UNAVAILABLE, "heart-beat.missing");
	}

	/** The client did not send CONNECT in time. */
	static ConnectionFault noConnect() {
		return new ConnectionFault(Kind.UNAVAILABLE, "connect.missing");
	}

	/**
	 * The server is stopping.
	 * @param retryAfter the time after which the client should connect again
	 */
	static ConnectionFault goingAway(Duration retryAfter) {
		return new ConnectionFault("server.stopping", retryAfter);
	}

}
