package chat.hubbub.message;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The effects of later events on a message. In JSON they are fields of the message, which
 * are absent if they do not apply.
 *
 * @param editedAt the time of its last edit
 * @param deleted whether it was deleted and its text erased
 * @param deletedBy the name of the user who deleted it
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Present(@Nullable Instant editedAt, boolean deleted, @Nullable String deletedBy) {

	/** A message to which nothing has happened. */
	static final Present UNCHANGED = new Present(null, false, null);

	/** Whether the message still has the text that was posted. */
	boolean hasFirstText() {
		return !this.deleted && this.editedAt == null;
	}

	/** The message has another text. */
	Present edited(Instant at) {
		return new Present(at, this.deleted, this.deletedBy);
	}

	/** The message was deleted; nothing else of it is left. */
	static Present deleted(@Nullable String by) {
		return new Present(null, true, by);
	}

}
