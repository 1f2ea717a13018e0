package chat.hubbub.transport;

import chat.hubbub.words.Phrase;

/**
 * A client's breach of the WebSocket protocol, which ends the connection (RFC 6455,
 * 7.1.7).
 */
@SuppressWarnings("serial")
final class WebSocketFault extends RuntimeException {

	private final int code;

	private final transient Phrase sentence;

	private WebSocketFault(int code, Phrase sentence) {
		super(null, null, false, false);
		this.code = code;
		this.sentence = sentence;
	}

	static WebSocketFault protocol(Phrase sentence) {
		return new WebSocketFault(1002, sentence);
	}

	static WebSocketFault notText() {
		return new WebSocketFault(1007, Phrase.of("websocket.not-text"));
	}

	static WebSocketFault tooLarge(long limit) {
		return new WebSocketFault(1009, Phrase.of("websocket.too-large").with("bytes", limit));
	}

	/** The close code (RFC 6455, 7.4). */
	int code() {
		return this.code;
	}

	/** One sentence for the close reason. */
	Phrase sentence() {
		return this.sentence;
	}

	@Override
	public String getMessage() {
		return this.sentence.toString();
	}

}
