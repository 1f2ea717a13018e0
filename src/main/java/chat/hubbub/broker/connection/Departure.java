package chat.hubbub.broker.connection;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The times at which the clients of a stopping server should connect again: spread over
 * so many seconds that no more than {@value #PER_SECOND} come in each. Thread-safe.
 */
final class Departure {

	private static final int PER_SECOND = 500;

	private static final int SHORTEST = 3;

	private static final int LONGEST = 60;

	private final int seconds;

	/**
	 * The departure of all clients.
	 * @param clients their number
	 */
	Departure(int clients) {
		this.seconds = Math.min(LONGEST, Math.max(SHORTEST, clients / PER_SECOND + 1));
	}

	/** The time for the next client: 1 s up to all seconds, at random. */
	Duration retryAfter() {
		return Duration.ofSeconds(ThreadLocalRandom.current().nextInt(1, this.seconds + 1));
	}

}
