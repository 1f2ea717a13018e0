package chat.hubbub.transport;

/**
 * A client's breach of the WebSocket protocol, which ends the connection (RFC 6455,
 * 7.1.7).
 */
@SuppressWarnings("serial")
final class WebSocketFault extends RuntimeException {

	private final int code;

	private final String sentence;

	private WebSocketFault(int code, String sentence) {
		super(sentence, null, false, false);
		this.code = code;
		this.sentence = sentence;
	}

	static WebSocketFault protocol(String sentence) {
		return new WebSocketFault(1002, sentence);
	}

	static WebSocketFault notText() {
		return new WebSocketFault(1007, "A text message is not valid UTF-8.");
	}

	static WebSocketFault tooLarge(long limit) {
		return new WebSocketFault(1009, "A message has more than " + limit + " bytes.");
	}

	/** The close code (RFC 6455, 7.4). */
	int code() {
		return this.code;
	}

	/** One sentence for the close reason. */
	String sentence() {
		return this.sentence;
	}

}
