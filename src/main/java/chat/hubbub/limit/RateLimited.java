package chat.hubbub.limit;

import java.time.Duration;

import chat.hubbub.refusal.Refusal;

/** Something that was done too often of late. */
@SuppressWarnings("serial")
final class RateLimited extends Refusal {

	/**
	 * Creates the refusal.
	 * @param what of what there was too much, in the plural
	 * @param wait how long until one more is taken
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
