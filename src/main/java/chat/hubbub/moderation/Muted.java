package chat.hubbub.moderation;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a muted user's message. */
@SuppressWarnings("serial")
final class Muted extends Refusal {

	/**
	 * Creates the refusal.
	 * @param topicOnly whether it applies to one topic
	 * @param until its end, or {@code null} without one
	 * @param reason the reason, may be empty
	 * @param left the time until its end
	 */
	Muted(boolean topicOnly, @Nullable Instant until, String reason, @Nullable Duration left) {
		super(Kind.FORBIDDEN, "muted", SanctionPhrase.of("muted", topicOnly, until, reason), left);
	}

}
