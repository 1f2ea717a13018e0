package chat.hubbub.limit;

import java.time.Duration;

import chat.hubbub.refusal.Refusal;

/** One connection too many. */
@SuppressWarnings("serial")
final class ConnectionLimit extends Refusal {

	// Long enough for connections that say nothing to be closed.
	private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

	/**
	 * Creates the refusal.
	 * @param whose whom the limit is for
	 * @param limit how many connections that one may have
	 */
	ConnectionLimit(String whose, int limit) {
		super(Kind.TOO_MANY, "connection.limit",
				whose + " may have at most " + limit + " connections. Close one, or try again in 10 seconds.",
				RETRY_AFTER);
	}

}
