package chat.bench.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import chat.bench.peer.Usage;

/** A RabbitMQ with ports and folders of its own, which also speaks STOMP. */
final class Rabbit implements Closeable {

	private static final Path PROGRAMS = Path.of("/usr/lib/rabbitmq/bin");

	private final Map<String, String> environment;

	private final Program program;

	private final int port;

	private final int stompPort;

	private Rabbit(Map<String, String> environment, Program program, int port, int stompPort) {
		this.environment = environment;
		this.program = program;
		this.port = port;
		this.stompPort = stompPort;
	}

	static boolean isInstalled() {
		return Files.isExecutable(PROGRAMS.resolve("rabbitmq-server"));
	}

	static Rabbit start(Path work) throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory(work, "rabbitmq-").toAbsolutePath();
		int port = Program.freePort();
		int stompPort = Program.freePort();
		Map<String, String> environment = Map.of("HOME", folder.toString(), "ERL_EPMD_PORT",
				String.valueOf(Program.freePort()), "RABBITMQ_NODENAME", "bench" + port + "@localhost",
				"RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1", "RABBITMQ_NODE_PORT", String.valueOf(port),
				"RABBITMQ_DIST_PORT", String.valueOf(Program.freePort()), "RABBITMQ_MNESIA_BASE",
				folder.resolve("mnesia").toString(), "RABBITMQ_LOG_BASE", folder.resolve("log").toString(),
				"RABBITMQ_ENABLED_PLUGINS_FILE", folder.resolve("plugins").toString(),
				"RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-rabbitmq_stomp tcp_listeners [" + stompPort + "]");
		Files.writeString(folder.resolve("plugins"), "[rabbitmq_stomp].\n");
		// The port of STOMP opens last.
		Program program = Program.start(List.of(PROGRAMS.resolve("rabbitmq-server").toString()), environment,
				work.resolve("rabbitmq.log"), stompPort);
		return new Rabbit(environment, program, port, stompPort);
	}

	int port() {
		return this.port;
	}

	int stompPort() {
		return this.stompPort;
	}

	Usage usage() {
		return this.program.usageOf("beam.smp");
	}

	/** The number of connections of clients. */
	int connections() throws IOException, InterruptedException {
		return count("list_connections", "pid") + count("list_stomp_connections", "conn_name");
	}

	private int count(String list, String column) throws IOException, InterruptedException {
		ProcessBuilder control = new ProcessBuilder(PROGRAMS.resolve("rabbitmqctl").toString(), "-n",
				this.environment.get("RABBITMQ_NODENAME"), "-q", list, column, "--no-table-headers");
		control.environment().putAll(this.environment);
		Process process = control.redirectErrorStream(true).start();
		String lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IOException("RabbitMQ does not list its connections: " + lines);
		}
		return (int) lines.lines().filter((line) -> !line.isBlank()).count();
	}

	/** Ends it, and the daemon with the names of nodes that it has started. */
	@Override
	public void close() throws IOException {
		this.program.close();
		ProcessBuilder names = new ProcessBuilder("epmd", "-kill").redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD);
		names.environment().putAll(this.environment);
		names.start();
	}

}
