package chat.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import chat.bench.peer.Peer;
import chat.bench.report.Result;

/** Something to measure. Every run has a server of its own, just started. */
public interface Scenario {

	/** How long what is under way may take to arrive: what has not come then is lost. */
	Duration DRAIN = Duration.ofSeconds(20);

	/** How often is often enough for a median. */
	int SEVERAL = 3;

	/**
	 * What the command line calls it.
	 * @return its name
	 */
	String name();

	/**
	 * What the report calls it.
	 * @return its title
	 */
	String title();

	/**
	 * Whether it can be asked of a server.
	 * @param peer the server
	 * @return whether it can
	 */
	default boolean suits(Peer peer) {
		return true;
	}

	/**
	 * What the server's JVM is told beside what the command line says.
	 * @return arguments
	 */
	default List<String> jvm() {
		return List.of();
	}

	/**
	 * How often it is measured, each server in turn, before the median counts.
	 * @return how often
	 */
	default int rounds() {
		return 1;
	}

	/**
	 * Measures.
	 * @param stage the server and the load on it
	 * @return what was measured
	 * @throws IOException if the machine lacks sockets
	 * @throws InterruptedException if interrupted
	 */
	Result run(Stage stage) throws IOException, InterruptedException;

}
