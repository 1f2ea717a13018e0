package chat.hubbub.moderation;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.Username;

/**
 * The terms of a mute or a ban.
 *
 * @param username the name of its account or guest
 * @param minutes its duration, 1 to {@value #MAX_MINUTES}; {@code null} means no end
 * @param reason the reason, at most {@value #MAX_REASON} characters, may be empty
 */
record SanctionTerms(Username username, @Nullable Long minutes, String reason) {

	static final int MAX_MINUTES = 525_600;

	static final int MAX_REASON = 200;

	/**
	 * Checks the terms.
	 * @throws IllFormedSanction if duration or reason exceed the limits
	 */
	SanctionTerms {
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
