package chat.hubbub.limit;

import java.time.Duration;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a request because of its rate. */
@SuppressWarnings("serial")
final class RateLimited extends Refusal {

	/**
	 * Creates the refusal.
	 * @param what the key of a sentence about the limited things
	 * @param wait the time until the next one is allowed
	 */
	RateLimited(String what, Duration wait) {
		super(Kind.TOO_MANY, "rate.limited", sentence(what, Math.max(1, wait.plusNanos(999_999_999).toSeconds())),
				wait);
	}

	private static Phrase sentence(String what, long seconds) {
		boolean soon = seconds < 120;
		return Phrase.of("rate.limited")
			.with("what", Phrase.of(what))
			.with("unit", soon ? "seconds" : "minutes")
			.with("count", soon ? seconds : Math.floorDiv(seconds + 59, 60));
	}

}
