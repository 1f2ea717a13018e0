package chat.hubbub.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The content of a message. A retry with the same id must have the same content.
 *
 * @param text the text
 * @param reply the number of the message that it replies to, or {@code null}
 * @param uploads the ids of the uploaded files that it has, in their order
 */
public record Content(String text, @Nullable Long reply, List<String> uploads) {

	/** The maximum number of files. */
	static final int MAX_FILES = 10;

	/** The maximum length of an id of a file. */
	private static final int MAX_ID = 64;

	/** The content of a deleted message. */
	static final Content ERASED = new Content("");

	/**
	 * A content that replies to no message.
	 * @param text the text
	 */
	public Content(String text) {
		this(text, null);
	}

	/**
	 * A content without files.
	 * @param text the text
	 * @param reply the number of the message that it replies to, or {@code null}
	 */
	public Content(String text, @Nullable Long reply) {
		this(text, reply, List.of());
	}

	/** The same with another text. */
	Content withText(String other) {
		return new Content(other, this.reply, this.uploads);
	}

	/**
	 * Checks the text and the number of files.
	 * @throws IllFormedDraft if there is neither a text nor a file, if the text is
	 * ill-formed or has more than {@link Draft#MAX_LENGTH} characters, or if there are
	 * more than {@value #MAX_FILES} files
	 * @throws UploadRefused if an id of a file is too long
	 */
	void check() {
		if (this.text.isBlank() && this.uploads.isEmpty()) {
			throw IllFormedDraft.emptyText();
		}
		checkUploads();
		requireLength(Draft.MAX_LENGTH);
		if (isBroken()) {
			throw IllFormedDraft.brokenText();
		}
	}

	private void checkUploads() {
		if (this.uploads.size() > MAX_FILES) {
			throw IllFormedDraft.manyFiles(MAX_FILES);
		}
		for (String id : this.uploads) {
			if (id.length() > MAX_ID || id.indexOf(0) >= 0) {
				throw UploadRefused.unknown();
			}
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
