package chat.hubbub.message;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The files of a message, the people whom it mentions, the preview of its link, and the
 * effects of later events on it. In JSON they are fields of the message, which are absent
 * if they do not apply.
 *
 * @param editedAt the time of its last edit
 * @param deleted whether it was deleted and its text erased
 * @param deletedBy the name of the user who deleted it
 * @param replies the number of its replies that are not deleted
 * @param reactions the reactions to it
 * @param mentions the people whom its present text mentions
 * @param attachments its files
 * @param preview the preview of its first link, or {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Present(@Nullable Instant editedAt, boolean deleted, @Nullable String deletedBy, int replies,
		@JsonUnwrapped Reactions reactions, @JsonUnwrapped Mentions mentions,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attachment> attachments, @Nullable Preview preview) {

	/** A message to which nothing has happened. */
	static final Present UNCHANGED = new Present(null, false, null, 0, Reactions.NONE, Mentions.NONE, List.of(), null);

	/** The message has another text. */
	Present edited(Instant at) {
		return new Present(at, this.deleted, this.deletedBy, this.replies, this.reactions, this.mentions,
				this.attachments, this.preview);
	}

	/** The message was deleted. */
	static Present deleted(@Nullable String by, int replies) {
		return new Present(null, true, by, replies, Reactions.NONE, Mentions.NONE, List.of(), null);
	}

	/** The message has replies. */
	Present replied(int count) {
		return new Present(this.editedAt, this.deleted, this.deletedBy, count, this.reactions, this.mentions,
				this.attachments, this.preview);
	}

	/** The message has other reactions. */
	Present with(Reactions others) {
		return new Present(this.editedAt, this.deleted, this.deletedBy, this.replies, others, this.mentions,
				this.attachments, this.preview);
	}

	/** The text of the message mentions other people. */
	Present with(Mentions others) {
		return new Present(this.editedAt, this.deleted, this.deletedBy, this.replies, this.reactions, others,
				this.attachments, this.preview);
	}

	/** The message has files. */
	Present with(List<Attachment> files) {
		return files.isEmpty() ? this : new Present(this.editedAt, this.deleted, this.deletedBy, this.replies,
				this.reactions, this.mentions, files, this.preview);
	}

	/** Whether files belong to the message, with the picture of its preview. */
	boolean hasFiles() {
		return !this.attachments.isEmpty() || (this.preview != null && this.preview.picture() != null);
	}

	/** The first link of the message has another preview. */
	Present withPreview(@Nullable Preview other) {
		return new Present(this.editedAt, this.deleted, this.deletedBy, this.replies, this.reactions, this.mentions,
				this.attachments, other);
	}

}
