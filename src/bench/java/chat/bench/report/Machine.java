package chat.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that figures come from. */
final class Machine {

	private static final double GIBI_IN_KIBI = 1024 * 1024;

	private Machine() {
	}

	static String describe() throws IOException {
		return "%d × %s, %.0f GiB of memory, %s %s, Java %s".formatted(Runtime.getRuntime().availableProcessors(),
				field("/proc/cpuinfo", "model name"),
				Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / GIBI_IN_KIBI,
				System.getProperty("os.name"), System.getProperty("os.version"), Runtime.version());
	}

	private static String field(String file, String name) throws IOException {
		return Files.readAllLines(Path.of(file))
			.stream()
			.filter((line) -> line.startsWith(name))
			.map((line) -> line.substring(line.indexOf(':') + 1).trim())
			.findFirst()
			.orElse("unknown processor");
	}

}
