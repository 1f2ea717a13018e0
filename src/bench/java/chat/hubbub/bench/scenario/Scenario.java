package chat.hubbub.bench.scenario;

import java.io.IOException;
import java.time.Duration;

import chat.hubbub.bench.peer.Peer;
import chat.hubbub.bench.report.Result;

/** Something to measure. Every run has a server of its own, just started. */
public interface Scenario {

	/** How long what is under way may take to arrive: what has not come then is lost. */
	Duration DRAIN = Duration.ofSeconds(20);

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
	 * Measures.
	 * @param stage the server and the load on it
	 * @return what was measured
	 * @throws IOException if the machine lacks sockets
	 * @throws InterruptedException if interrupted
	 */
	Result run(Stage stage) throws IOException, InterruptedException;

}
