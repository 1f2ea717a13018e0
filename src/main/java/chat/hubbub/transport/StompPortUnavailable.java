package chat.hubbub.transport;

/**
 * The port of STOMP over TCP cannot be opened, for example because another program uses
 * it.
 */
@SuppressWarnings("serial")
class StompPortUnavailable extends RuntimeException {

	private final int port;

	StompPortUnavailable(int port, Throwable cause) {
		super(cause);
		this.port = port;
	}

	int port() {
		return this.port;
	}

}
