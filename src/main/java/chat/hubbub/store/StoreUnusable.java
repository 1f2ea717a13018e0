package chat.hubbub.store;

/** The data must not be used; the message is a sentence with the reason. */
@SuppressWarnings("serial")
public class StoreUnusable extends RuntimeException {

	/**
	 * Refuses to use a database.
	 * @param sentence the reason, and what to do
	 * @param cause the fault
	 */
	public StoreUnusable(String sentence, Throwable cause) {
		super(sentence, cause);
	}

	/**
	 * Refuses to use a database.
	 * @param sentence the reason, and what to do
	 */
	public StoreUnusable(String sentence) {
		super(sentence);
	}

}
