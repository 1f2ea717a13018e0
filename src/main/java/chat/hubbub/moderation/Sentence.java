package chat.hubbub.moderation;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.Username;

/**
 * What a moderator wants to impose on somebody.
 *
 * @param username on whom
 * @param minutes for how long, 1 to {@value #MAX_MINUTES}; {@code null} for good
 * @param reason why, at most {@value #MAX_REASON} characters, may be empty
 */
record Sentence(Username username, @Nullable Long minutes, String reason) {

	static final int MAX_MINUTES = 525_600;

	static final int MAX_REASON = 200;

	/**
	 * Checks it.
	 * @throws IllFormedSanction if time or reason are out of bounds
	 */
	Sentence {
		if (minutes != null && (minutes < 1 || minutes > MAX_MINUTES)) {
			throw IllFormedSanction.time();
		}
		reason = reason.replaceAll("\\p{Cntrl}", " ").strip();
		if (reason.length() > MAX_REASON) {
			throw IllFormedSanction.reason();
		}
	}

	@Nullable Instant until(Instant now) {
		return (this.minutes != null) ? now.plus(Duration.ofMinutes(this.minutes)) : null;
	}

}
