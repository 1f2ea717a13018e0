package chat.bench.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import chat.bench.peer.Usage;

/** A process that listens at a port of this machine. */
final class Program implements Closeable {

	private static final long START_NANOS = TimeUnit.MINUTES.toNanos(3);

	private static final long STOP_SECONDS = 10;

	private final Process process;

	private final InetSocketAddress address;

	private Program(Process process, InetSocketAddress address) {
		this.process = process;
		this.address = address;
	}

	/** Starts it and waits until it listens. */
	static Program start(List<String> command, Map<String, String> environment, Path log, int port)
			throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		builder.environment().putAll(environment);
		Program program = new Program(builder.start(), new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		long deadline = System.nanoTime() + START_NANOS;
		while (!program.listens()) {
			if (!program.process.isAlive() || System.nanoTime() - deadline > 0) {
				program.close();
				throw new IOException("A program did not start; its log is " + log);
			}
			program.process.waitFor(100, TimeUnit.MILLISECONDS);
		}
		return program;
	}

	InetSocketAddress address() {
		return this.address;
	}

	/** The resources of its process. */
	Usage usage() {
		return new Usage(this.process.pid());
	}

	/** The resources of the process that it has started with that command. */
	Usage usageOf(String command) {
		return this.process.descendants()
			.filter((each) -> each.info().command().orElse("").endsWith(command))
			.findFirst()
			.map((each) -> new Usage(each.pid()))
			.orElseThrow();
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private boolean listens() {
		try (Socket socket = new Socket()) {
			socket.connect(this.address);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Ends it and all processes that it has started. */
	@Override
	public void close() {
		List<ProcessHandle> all = Stream.concat(Stream.of(this.process.toHandle()), this.process.descendants())
			.toList();
		all.forEach(ProcessHandle::destroy);
		for (ProcessHandle each : all) {
			try {
				each.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
			}
			catch (Exception ex) {
				each.destroyForcibly();
			}
		}
	}

}
