package chat.hubbub.message;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The message that a reply replies to, as it looks now.
 *
 * @param seq its number in the same topic
 * @param sender the name of its sender
 * @param text a line of its text; {@code null} after it was deleted
 * @param deleted whether it was deleted; in JSON only if it was
 * @param replies the number of its replies
 */
public record Quote(long seq, String sender, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
		@JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean deleted, int replies) {

	/** The maximum number of characters (code points) of its line. */
	static final int LENGTH = 140;

	/** The number of characters in which the line is searched. */
	static final int SEARCHED = 1_000;

	/** Quotes a message by the start of its text, or by its first file. */
	static Quote of(long seq, String sender, String text, boolean deleted, int replies, Optional<String> file) {
		String line = line(text);
		return new Quote(seq, sender, deleted ? null : line.isEmpty() ? file.map(Quote::line).orElse("") : line,
				deleted, replies);
	}

	static Quote of(Posted message) {
		return of(message.seq(), message.sender(), message.text(), message.deleted(), message.present().replies(),
				message.present().attachments().stream().map(Attachment::name).findFirst());
	}

	/** The first line that is not blank, cut to {@value #LENGTH} characters. */
	static String line(String text) {
		String line = text.lines().map(String::strip).filter((each) -> !each.isEmpty()).findFirst().orElse("");
		return (line.codePointCount(0, line.length()) <= LENGTH) ? line
				: line.substring(0, line.offsetByCodePoints(0, LENGTH)) + "…";
	}

}
