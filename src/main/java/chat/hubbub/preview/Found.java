package chat.hubbub.preview;

import org.jspecify.annotations.Nullable;

import chat.hubbub.message.Preview;
import chat.hubbub.picture.Encoded;

/**
 * The page or the picture behind a link.
 *
 * @param title its title, or {@code null}
 * @param description its description, or {@code null}
 * @param picture its small picture, or {@code null}
 */
record Found(@Nullable String title, @Nullable String description, @Nullable Encoded picture) {

	/** The heap bytes of its objects. */
	private static final int OWN_BYTES = 500;

	/** In a string with characters beyond Latin-1. */
	private static final int BYTES_PER_CHARACTER = 2;

	/** Whether there is something to show. */
	boolean isSomething() {
		return this.title != null || this.description != null || this.picture != null;
	}

	/** The preview of a link, without its picture. */
	Preview preview(String link) {
		return new Preview(link, this.title, this.description, null);
	}

	/** Its approximate size on the heap in bytes. */
	int bytes() {
		return OWN_BYTES + BYTES_PER_CHARACTER * (length(this.title) + length(this.description))
				+ ((this.picture != null) ? this.picture.image().length : 0);
	}

	private static int length(@Nullable String text) {
		return (text != null) ? text.length() : 0;
	}

}
