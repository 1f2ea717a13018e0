package chat.hubbub.message;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to post.
 *
 * @param text the text: 1 to {@value #MAX_LENGTH} characters (code points), not only
 * blanks
 * @param id the client's own id, 1 to 64 printable ASCII characters, or {@code null}: a
 * draft that is sent again under the same id is stored once
 */
public record Draft(String text, @Nullable String id) {

	/** The greatest number of characters in a text. */
	public static final int MAX_LENGTH = 4000;

	private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,64}");

	/**
	 * Checks a draft.
	 * @throws IllFormedDraft if the text or the id break the rules
	 */
	public Draft {
		if (text.isBlank()) {
			throw IllFormedDraft.emptyText();
		}
		if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
			throw IllFormedDraft.longText();
		}
		if (text.codePoints().anyMatch((character) -> character >= 0xD800 && character <= 0xDFFF)) {
			throw IllFormedDraft.brokenText();
		}
		if (id != null && !ID.matcher(id).matches()) {
			throw IllFormedDraft.id();
		}
	}

}
