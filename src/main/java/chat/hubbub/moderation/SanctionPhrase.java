package chat.hubbub.moderation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import chat.hubbub.words.Phrase;

/** The sentence that a muted or banned user reads. */
final class SanctionPhrase {

	private SanctionPhrase() {
	}

	/**
	 * The sentence.
	 * @param key its key
	 * @param topicOnly whether the sanction applies to one topic
	 * @param until its end, or {@code null} without one
	 * @param reason the reason, may be empty
	 */
	static Phrase of(String key, boolean topicOnly, @Nullable Instant until, String reason) {
		// Rounded up, so that the sanction has ended by the displayed minute.
		return Phrase.of(key)
			.with("place", topicOnly ? "topic" : "server")
			.with("ends", (until != null) ? "yes" : "no")
			.with("until", (until != null) ? until.plusMillis(59_999) : "")
			.with("explained", reason.isEmpty() ? "no" : "yes")
			.with("reason", reason);
	}

}
