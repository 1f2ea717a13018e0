package chat.hubbub.moderation;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import chat.hubbub.refusal.Refusal;

/** Somebody who may not speak for a time. */
@SuppressWarnings("serial")
final class Muted extends Refusal {

	/**
	 * Creates the refusal.
	 * @param topicOnly whether it is about one topic
	 * @param until when it ends, {@code null} for never
	 * @param reason why, may be empty
	 * @param left how long that is from now
	 */
	Muted(boolean topicOnly, @Nullable Instant until, String reason, @Nullable Duration left) {
		super(Kind.FORBIDDEN, "muted", "You may not post " + (topicOnly ? "to this topic" : "on this server")
				+ Until.inWords(until) + "." + Reason.inWords(reason), left);
	}

}
