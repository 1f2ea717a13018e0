package chat.hubbub.limit;

import java.time.Duration;

import chat.hubbub.refusal.Refusal;

/** The refusal of a connection beyond the maximum number. */
@SuppressWarnings("serial")
final class ConnectionLimit extends Refusal {

	// Long enough for silent connections to be closed.
	private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

	/**
	 * Creates the refusal.
	 * @param whose the subject of the limit, such as "A user"
	 * @param limit the maximum number of connections
	 */
	ConnectionLimit(String whose, int limit) {
		super(Kind.TOO_MANY, "connection.limit",
				whose + " may have at most " + limit + " connections. Close one, or try again in 10 seconds.",
				RETRY_AFTER);
	}

}
