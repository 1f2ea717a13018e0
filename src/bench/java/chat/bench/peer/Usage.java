package chat.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The resources that a process uses, as reported by Linux and its JVM. */
public final class Usage {

	private static final int KIBI = 1024;

	// Linux counts CPU time for user space in hundredths of a second on every machine.
	private static final long NANOS_A_TICK = 10_000_000;

	private static final int USER_TIME = 11;

	private static final int ENDED_CHILDREN = 13;

	/** How the names of the JVM's compiler threads begin, in /proc/PID/task/TID/stat. */
	private static final Pattern COMPILER = Pattern.compile("\\(C[12] Compiler");

	private static final String JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();

	private final long pid;

	/**
	 * The resources of a process.
	 * @param pid its id
	 */
	public Usage(long pid) {
		this.pid = pid;
	}

	/**
	 * The CPU time of all its threads, in user space and in the kernel.
	 * @return the time since it was started
	 */
	public Duration cpu() {
		return cpu(read("stat"));
	}

	/**
	 * The CPU time of the process and of its children that have ended.
	 * @return the time since it was started
	 */
	public Duration cpuWithEnded() {
		return cpu(read("stat")).plus(cpu(read("stat"), ENDED_CHILDREN));
	}

	/**
	 * The CPU time of a process that may have ended.
	 * @return the time since it was started, or zero
	 */
	public Duration cpuIfAlive() {
		try {
			return cpu();
		}
		catch (UncheckedIOException ex) {
			return Duration.ZERO;
		}
	}

	private static Duration cpu(String stat) {
		return cpu(stat, USER_TIME);
	}

	private static Duration cpu(String stat, int field) {
		// The name in parentheses may hold blanks.
		String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
		return Duration.ofNanos((Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1])) * NANOS_A_TICK);
	}

	/**
	 * The CPU time of the threads that compile its code.
	 * @return the time of those that run now; threads that have ended are not counted
	 */
	public Duration compilers() {
		try (DirectoryStream<Path> threads = Files.newDirectoryStream(process().resolve("task"))) {
			Duration time = Duration.ZERO;
			for (Path thread : threads) {
				String stat = stat(thread);
				if (COMPILER.matcher(stat).find()) {
					time = time.plus(cpu(stat));
				}
			}
			return time;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The server's process is gone", ex);
		}
	}

	/** The properties of a thread; empty if it has ended meanwhile. */
	private static String stat(Path thread) {
		try {
			return Files.readString(thread.resolve("stat"));
		}
		catch (IOException ex) {
			return "";
		}
	}

	/**
	 * Its resident memory.
	 * @return bytes
	 */
	public long residentBytes() {
		return read("status").lines()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) * KIBI)
			.sum();
	}

	/**
	 * Collects all garbage and measures the rest.
	 * @return the bytes of all live objects
	 * @throws IOException if {@code jcmd} cannot be run
	 * @throws InterruptedException if interrupted
	 */
	public long liveBytes() throws IOException, InterruptedException {
		jcmd("GC.run");
		String total = jcmd("GC.class_histogram").lines()
			.filter((line) -> line.startsWith("Total"))
			.findFirst()
			.orElseThrow(() -> new IOException("jcmd gave no histogram"));
		String bytes = total.trim().split("\\s+")[2];
		jcmd("GC.run");
		return Long.parseLong(bytes);
	}

	private String jcmd(String command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(JCMD, String.valueOf(this.pid), command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		process.waitFor(1, TimeUnit.MINUTES);
		return output;
	}

	private Path process() {
		return Path.of("/proc", String.valueOf(this.pid));
	}

	private String read(String file) {
		try {
			return Files.readString(process().resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The server's process is gone", ex);
		}
	}

}
