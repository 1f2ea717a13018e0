package chat.bench.scenario;

import java.time.Duration;

/**
 * The amount of work: enough for figures, or just enough to see that everything works.
 *
 * @param warmUp the minimum time of sending as much as possible, until the server's code
 * is compiled
 * @param longestWarmUp the maximum time of this
 * @param settle the time of the load before it is measured
 * @param measure the time of the measurement
 * @param divisor the divisor of the numbers of connections
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
