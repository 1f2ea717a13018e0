package chat.hubbub.message;

import org.jspecify.annotations.Nullable;

/**
 * A stored message.
 *
 * @param id the id of its row
 * @param original the id of the message that it replies to, or {@code null}
 * @param message the message in its present state
 * @param previewed whether its first link has a preview, or had one that was removed
 */
record Stored(long id, @Nullable Long original, Posted message, boolean previewed) {

	Stored with(Posted complete) {
		return new Stored(this.id, this.original, complete, this.previewed);
	}

}
