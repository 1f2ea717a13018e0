package chat.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import chat.bench.load.Sender;

/**
 * The time before the measurement. A server that has run for an hour has compiled its
 * code; one that has just been started compiles for as long as half a minute, on the same
 * processors.
 */
final class WarmUp {

	private static final Duration SLICE = Duration.ofSeconds(2);

	/** The part of a processor that the compilers may use while they count as idle. */
	private static final double RESTING = 0.05;

	private static final int IN_FLIGHT = 20;

	private WarmUp() {
	}

	/** The server's present work. */
	@FunctionalInterface
	interface Load {

		void run() throws IOException;

	}

	/**
	 * Sends as much as possible meanwhile, independent of the later rate, and ends
	 * without texts in flight.
	 */
	static void saturate(Stage stage, List<Sender> senders) throws IOException {
		senders.forEach((sender) -> sender.keepInFlight(Math.max(1, IN_FLIGHT / senders.size())));
		run(stage);
		senders.forEach((sender) -> sender.keepInFlight(0));
		stage.loop().runUntil(() -> senders.stream().allMatch(Sender::isDone), Scenario.DRAIN);
	}

	/**
	 * Lets the load go on until the server's code is compiled, or for as long as the form
	 * allows.
	 */
	static void run(Stage stage) throws IOException {
		long deadline = deadline(stage);
		boolean compiling = isCompiling(stage, () -> stage.loop().run(stage.form().warmUp()));
		while (compiling && System.nanoTime() - deadline < 0) {
			compiling = isCompiling(stage, () -> stage.loop().run(SLICE));
		}
	}

	/** The end of a warm-up that begins now, even if the compilers are still busy. */
	static long deadline(Stage stage) {
		return System.nanoTime() + stage.form().longestWarmUp().toNanos();
	}

	/** Does something and says whether the server compiled much meanwhile. */
	static boolean isCompiling(Stage stage, Load load) throws IOException {
		Duration before = stage.server().usage().compilers();
		long start = System.nanoTime();
		load.run();
		Duration after = stage.server().usage().compilers();
		return after.minus(before).toNanos() > RESTING * (System.nanoTime() - start);
	}

}
