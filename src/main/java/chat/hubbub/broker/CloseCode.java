package chat.hubbub.broker;

/** The WebSocket close codes that we send (RFC 6455, 7.4.1, and the IANA registry). */
final class CloseCode {

	static final int NORMAL = 1000;

	static final int GOING_AWAY = 1001;

	static final int PROTOCOL_ERROR = 1002;

	static final int POLICY_VIOLATION = 1008;

	static final int TRY_AGAIN_LATER = 1013;

	private CloseCode() {
	}

}
