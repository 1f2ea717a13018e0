package chat.hubbub.broker.wire;

import java.nio.charset.StandardCharsets;

/**
 * The WebSocket close codes that the server sends (RFC 6455, 7.4.1, and the IANA
 * registry).
 */
public final class CloseCode {

	/** The connection has served its purpose. */
	public static final int NORMAL = 1000;

	/** The server is stopping. */
	public static final int GOING_AWAY = 1001;

	/** The client broke a rule of the protocol. */
	public static final int PROTOCOL_ERROR = 1002;

	/**
	 * The server refused something, and a plain text client learns it only from the
	 * close.
	 */
	public static final int POLICY_VIOLATION = 1008;

	/** The client read too slowly, or the server is short of memory. */
	public static final int TRY_AGAIN_LATER = 1013;

	private static final int MAX_REASON_BYTES = 123;

	private CloseCode() {
	}

	/** Shortens a sentence to the maximum length of a close reason (RFC 6455, 5.5). */
	public static String reason(String sentence) {
		byte[] bytes = sentence.getBytes(StandardCharsets.UTF_8);
		if (bytes.length <= MAX_REASON_BYTES) {
			return sentence;
		}
		// A character that is cut in half becomes three bytes.
		return new String(bytes, 0, MAX_REASON_BYTES - 6, StandardCharsets.UTF_8) + "...";
	}

}
