package chat.hubbub.file.store;

/** Files cannot be kept, so the server must not start; the message is a sentence. */
@SuppressWarnings("serial")
public final class BlobsUnusable extends RuntimeException {

	/** The sentence says what to do. */
	public BlobsUnusable(String sentence) {
		super(sentence);
	}

	BlobsUnusable(String sentence, Throwable cause) {
		super(sentence, cause);
	}

}
