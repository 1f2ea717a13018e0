package chat.hubbub.message;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The people whom a message mentions, and the effects of later events on it. In JSON they
 * are fields of the message, which are absent if they do not apply.
 *
 * @param editedAt the time of its last edit
 * @param deleted whether it was deleted and its text erased
 * @param deletedBy the name of the user who deleted it
 * @param replies the number of its replies that are not deleted
 * @param reactions the reactions to it
 * @param mentions the people whom its present text mentions
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Present(@Nullable Instant editedAt, boolean deleted, @Nullable String deletedBy, int replies,
		@JsonUnwrapped Reactions reactions, @JsonUnwrapped Mentions mentions) {

	/** A message to which nothing has happened. */
	static final Present UNCHANGED = new Present(null, false, null, 0, Reactions.NONE, Mentions.NONE);

	/** The message has another text. */
	Present edited(Instant at) {
		return new Present(at, this.deleted, this.deletedBy, this.replies, this.reactions, this.mentions);
	}

	/** The message was deleted. */
	static Present deleted(@Nullable String by, int replies) {
		return new Present(null, true, by, replies, Reactions.NONE, Mentions.NONE);
	}

	/** The message has replies. */
	Present replied(int count) {
		return new Present(this.editedAt, this.deleted, this.deletedBy, count, this.reactions, this.mentions);
	}

	/** The message has other reactions. */
	Present with(Reactions others) {
		return new Present(this.editedAt, this.deleted, this.deletedBy, this.replies, others, this.mentions);
	}

	/** The text of the message mentions other people. */
	Present with(Mentions others) {
		return new Present(this.editedAt, this.deleted, this.deletedBy, this.replies, this.reactions, others);
	}

}
