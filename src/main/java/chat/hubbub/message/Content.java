package chat.hubbub.message;

import org.jspecify.annotations.Nullable;

/**
 * The content of a message. A retry with the same id must have the same content.
 *
 * @param text the text
 * @param reply the number of the message that it replies to, or {@code null}
 */
public record Content(String text, @Nullable Long reply) {

	/** The content of a deleted message. */
	static final Content ERASED = new Content("");

	/**
	 * A content that replies to no message.
	 * @param text the text
	 */
	public Content(String text) {
		this(text, null);
	}

	/** The same with another text. */
	Content withText(String other) {
		return new Content(other, this.reply);
	}

	/**
	 * Checks the text.
	 * @throws IllFormedDraft if it is blank or ill-formed or has more than
	 * {@link Draft#MAX_LENGTH} characters
	 */
	void check() {
		if (this.text.isBlank()) {
			throw IllFormedDraft.emptyText();
		}
		requireLength(Draft.MAX_LENGTH);
		if (isBroken()) {
			throw IllFormedDraft.brokenText();
		}
	}

	/** PostgreSQL cannot store U+0000. Half of a surrogate pair is no character. */
	private boolean isBroken() {
		int character;
		for (int at = 0; at < this.text.length(); at += Character.charCount(character)) {
			character = this.text.codePointAt(at);
			if (character == 0 || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Refuses a text that exceeds the server's setting.
	 * @param greatest the maximum number of characters (code points)
	 * @throws IllFormedDraft if it has more
	 */
	void requireLength(int greatest) {
		if (this.text.length() > greatest && this.text.codePointCount(0, this.text.length()) > greatest) {
			throw IllFormedDraft.longText(greatest);
		}
	}

}
