package chat.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import chat.bench.peer.Peer;
import chat.bench.peer.Server;
import chat.bench.scenario.Scenario;

/**
 * The arguments of the command line.
 *
 * @param isShort whether to show only that it works
 * @param peers the servers to measure, or empty for all
 * @param scenarios the names of the scenarios, or empty for all
 * @param setting the files and arguments with which servers are started
 * @param report the folder for the table and the chart
 * @param store where the search stores its messages, {@code sqlite} or {@code postgresql}
 */
record Options(boolean isShort, List<String> peers, List<String> scenarios, Server.Setting setting, Path report,
		String store) {

	private static final String ALL = "all";

	private static final String EXAMPLE = "rate";

	// Scaled down, they are like the smallest of them.
	private static final Set<String> LARGE = Set.of("saturated-1000", "saturated-5000");

	static Options parse(String... args) {
		Map<String, String> options = new HashMap<>();
		for (String arg : args) {
			String[] parts = arg.split("=", 2);
			options.put(parts[0], (parts.length > 1) ? parts[1] : "");
		}
		boolean isShort = !options.getOrDefault("--short", "false").equals("false");
		Server.Setting setting = new Server.Setting(Path.of(options.get("--jar")), Path.of(options.get("--work")),
				jvm(isShort, options.get("--jvm")));
		return new Options(isShort, list(options.get("--peers")), list(options.get("--scenarios")), setting,
				Path.of(options.get("--report")), options.getOrDefault("--store", "sqlite"));
	}

	boolean wantsSearch() {
		return this.scenarios.isEmpty() || this.scenarios.contains("search");
	}

	boolean wantsHooks() {
		return this.scenarios.isEmpty() ? !this.isShort : this.scenarios.contains("hooks");
	}

	boolean wants(Scenario scenario) {
		return this.scenarios.isEmpty() ? !this.isShort || !LARGE.contains(scenario.name())
				: this.scenarios.contains(scenario.name());
	}

	/** The short form has no time to compile its code well. */
	boolean wants(Scenario scenario, Peer peer) {
		boolean named = this.peers.isEmpty() ? !this.isShort || peer.isHubbub() || scenario.name().equals(EXAMPLE)
				: this.peers.contains(peer.name().toLowerCase(Locale.ROOT));
		return named && wants(scenario);
	}

	/** The short form has no time to compile what it runs well. */
	private static List<String> jvm(boolean isShort, String further) {
		Stream<String> arguments = Arrays.stream(further.split(" ")).filter((part) -> !part.isEmpty());
		return Stream.concat(isShort ? Stream.of("-XX:TieredStopAtLevel=1") : Stream.empty(), arguments).toList();
	}

	private static List<String> list(String option) {
		return option.equals(ALL) ? List.of() : List.of(option.split(","));
	}

}
