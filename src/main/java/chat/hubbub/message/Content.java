package chat.hubbub.message;

/**
 * The content of a message. A retry with the same id must have the same content.
 *
 * @param text the text
 */
public record Content(String text) {

	/** The content of a deleted message. */
	static final Content ERASED = new Content("");

}
