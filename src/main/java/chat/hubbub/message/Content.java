package chat.hubbub.message;

/**
 * What a message says. A retry under the same id has the same content.
 *
 * @param text the text
 */
public record Content(String text) {

	/** What is left of a message that was deleted. */
	static final Content ERASED = new Content("");

}
