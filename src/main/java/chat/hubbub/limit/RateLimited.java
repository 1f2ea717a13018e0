package chat.hubbub.limit;

import java.time.Duration;

import chat.hubbub.refusal.Refusal;

/** The refusal of a request because of its rate. */
@SuppressWarnings("serial")
final class RateLimited extends Refusal {

	/**
	 * Creates the refusal.
	 * @param what the name of the limited things, in the plural
	 * @param wait the time until the next one is allowed
	 */
	RateLimited(String what, Duration wait) {
		super(Kind.TOO_MANY, "rate.limited", "Too many " + what + " in a short time. Try again in "
				+ inWords(Math.max(1, wait.plusNanos(999_999_999).toSeconds())) + ".", wait);
	}

	private static String inWords(long seconds) {
		if (seconds < 120) {
			return (seconds == 1) ? "1 second" : seconds + " seconds";
		}
		return Math.floorDiv(seconds + 59, 60) + " minutes";
	}

}
