package chat.hubbub.moderation;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import chat.hubbub.refusal.Refusal;

/** Somebody who may not be here. */
@SuppressWarnings("serial")
final class Banned extends Refusal {

	/**
	 * Creates the refusal.
	 * @param topicOnly whether it is about one topic
	 * @param until when it ends, {@code null} for never
	 * @param reason why, may be empty
	 * @param left how long that is from now
	 */
	Banned(boolean topicOnly, @Nullable Instant until, String reason, @Nullable Duration left) {
		super(Kind.FORBIDDEN, "banned", "You are banned from this " + (topicOnly ? "topic" : "server")
				+ Until.inWords(until) + "." + Reason.inWords(reason), left);
	}

}
