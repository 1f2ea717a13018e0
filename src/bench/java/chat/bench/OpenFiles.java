package chat.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import chat.bench.scenario.Storm;

/**
 * How many sockets a process may have. A JVM raises its own limit as far as it may, so
 * only the hard limit counts.
 */
final class OpenFiles {

	private static final int OTHERS = 500;

	private static final int HARD_LIMIT = 4;

	private OpenFiles() {
	}

	/** Says how to get more if there are too few. */
	static void check() throws IOException {
		String line = Files.readAllLines(Path.of("/proc/self/limits"))
			.stream()
			.filter((candidate) -> candidate.startsWith("Max open files"))
			.findFirst()
			.orElseThrow();
		String limit = line.split("\\s+")[HARD_LIMIT];
		int needed = Storm.CONNECTIONS + OTHERS;
		if (!limit.equals("unlimited") && Long.parseLong(limit) < needed) {
			throw new IllegalStateException("""
					The benchmark opens %,d sockets, but a process may have only %s open files here.
					Raise the hard limit (ulimit -Hn %d) or name other scenarios than the storm.""".formatted(needed,
					limit, needed));
		}
	}

}
