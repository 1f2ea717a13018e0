package chat.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import chat.bench.peer.Peer;
import chat.bench.report.Result;

/** Something to measure. Every run has a server of its own, just started. */
public interface Scenario {

	/** The maximum time for messages to arrive: later ones are lost. */
	Duration DRAIN = Duration.ofSeconds(20);

	/** How often is often enough for a median. */
	int SEVERAL = 3;

	/**
	 * Its name on the command line.
	 * @return its name
	 */
	String name();

	/**
	 * Its title in the report.
	 * @return its title
	 */
	String title();

	/**
	 * The name of this variant in the report.
	 * @return the name, empty if there are no others
	 */
	default String variant() {
		return "";
	}

	/**
	 * The variants to compare, which take turns.
	 * @return at least one; they share the name and the title
	 */
	default List<Scenario> variants() {
		return List.of(this);
	}

	/**
	 * Whether it can be asked of a server.
	 * @param peer the server
	 * @return whether it can; the store matters only where much is stored
	 */
	default boolean suits(Peer peer) {
		return peer != Peer.POSTGRESQL;
	}

	/**
	 * The arguments of the server's JVM besides those of the command line.
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
	 * @return the measured results
	 * @throws IOException if the machine lacks sockets
	 * @throws InterruptedException if interrupted
	 */
	Result run(Stage stage) throws IOException, InterruptedException;

}
