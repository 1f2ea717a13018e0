package chat.hubbub.message;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.wire.CustomHeaders;

/**
 * A message to post.
 *
 * @param content its content; the text has 1 to {@value #MAX_LENGTH} characters (code
 * points) and is not blank unless there are files; the server's setting may allow fewer
 * @param id the client's own id, 1 to 64 printable ASCII characters, or {@code null}; a
 * draft that is sent again with the same id is stored once
 * @param headers the sender's custom headers
 */
public record Draft(Content content, @Nullable String id, CustomHeaders headers) {

	/**
	 * The maximum number of characters in a text: each may take 12 bytes of JSON, and the
	 * body of a frame has at most 256 KiB.
	 */
	public static final int MAX_LENGTH = 21_000;

	private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,64}");

	/**
	 * Checks a draft.
	 * @throws IllFormedDraft if the text or the id break the rules
	 */
	public Draft {
		content.check();
		if (id != null && !ID.matcher(id).matches()) {
			throw IllFormedDraft.id();
		}
	}

	/**
	 * A draft without custom headers.
	 * @param text the text
	 * @param id the client's own id, or {@code null}
	 * @throws IllFormedDraft if the text or the id break the rules
	 */
	public Draft(String text, @Nullable String id) {
		this(new Content(text), id, CustomHeaders.NONE);
	}

	/**
	 * The text.
	 * @return the text of its content
	 */
	public String text() {
		return this.content.text();
	}

}
