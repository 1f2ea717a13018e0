package chat.bench.scenario;

import java.time.Duration;

/**
 * How much is done: enough for figures, or just enough to see that all of it works.
 *
 * @param warmUp how long as much as possible is sent at least, until the server's code is
 * compiled
 * @param longestWarmUp how long at most
 * @param settle how long the load runs before it is measured
 * @param measure how long it is measured
 * @param divisor what the numbers of connections are divided by
 */
public record Form(Duration warmUp, Duration longestWarmUp, Duration settle, Duration measure, int divisor) {

	/** For figures. */
	public static final Form FULL = new Form(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(4),
			Duration.ofSeconds(8), 1);

	/** For a proof that it works. */
	public static final Form SHORT = new Form(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofMillis(500),
			Duration.ofMillis(1500), 10);

	int scale(int number) {
		return Math.max(1, number / this.divisor);
	}

}
