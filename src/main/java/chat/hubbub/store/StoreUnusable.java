package chat.hubbub.store;

/** The server must not start on the data that it was given; the sentence says why. */
@SuppressWarnings("serial")
class StoreUnusable extends RuntimeException {

	StoreUnusable(String sentence, Throwable cause) {
		super(sentence, cause);
	}

	StoreUnusable(String sentence) {
		super(sentence);
	}

}
