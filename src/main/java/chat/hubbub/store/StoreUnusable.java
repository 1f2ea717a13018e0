package chat.hubbub.store;

/** The server must not start on its data; the message is a sentence with the reason. */
@SuppressWarnings("serial")
class StoreUnusable extends RuntimeException {

	StoreUnusable(String sentence, Throwable cause) {
		super(sentence, cause);
	}

	StoreUnusable(String sentence) {
		super(sentence);
	}

}
