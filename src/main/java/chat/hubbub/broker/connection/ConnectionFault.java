package chat.hubbub.broker.connection;

import chat.hubbub.refusal.Refusal;

/** The refusal that ends a connection. */
@SuppressWarnings("serial")
final class ConnectionFault extends Refusal {

	private ConnectionFault(Kind kind, String code) {
		super(kind, code);
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

	/** The server is stopping. */
	static ConnectionFault goingAway() {
		return new ConnectionFault(Kind.UNAVAILABLE, "server.stopping");
	}

}
