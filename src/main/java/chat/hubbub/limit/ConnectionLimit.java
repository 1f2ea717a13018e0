package chat.hubbub.limit;

import java.time.Duration;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a connection beyond the maximum number. */
@SuppressWarnings("serial")
final class ConnectionLimit extends Refusal {

	// Long enough for silent connections to be closed.
	private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

	/**
	 * Creates the refusal.
	 * @param sentence the key of a sentence about the limit
	 * @param limit the maximum number of connections
	 */
	ConnectionLimit(String sentence, int limit) {
		super(Kind.TOO_MANY, "connection.limit",
				Phrase.of(sentence).with("max", limit).with("seconds", RETRY_AFTER.toSeconds()), RETRY_AFTER);
	}

}
