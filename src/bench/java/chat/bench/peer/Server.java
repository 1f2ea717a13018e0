package chat.bench.peer;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server under load: a process of its own, started for one scenario. */
public final class Server implements Closeable {

	private static final Duration START = Duration.ofSeconds(60);

	private static final Duration STOP = Duration.ofSeconds(5);

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private final Process process;

	private final InetSocketAddress address;

	private final Path data;

	private final Path log;

	private final Closeable database;

	private Server(Process process, InetSocketAddress address, Path data, Path log, Closeable database) {
		this.process = process;
		this.address = address;
		this.data = data;
		this.log = log;
		this.database = database;
	}

	/**
	 * The files and arguments with which servers are started.
	 *
	 * @param jar Hubbub's jar
	 * @param work the folder for logs and data
	 * @param jvm further arguments of the server's JVM, for a profiler
	 */
	public record Setting(Path jar, Path work, List<String> jvm) {

		/**
		 * The same with further arguments of the JVM.
		 * @param further the arguments
		 * @return a new setting
		 */
		public Setting with(List<String> further) {
			return new Setting(this.jar, this.work, Stream.concat(this.jvm.stream(), further.stream()).toList());
		}

	}

	/**
	 * Starts a server and waits until it listens.
	 * @param peer the kind of server
	 * @param setting its files and arguments
	 * @param name the name of its log
	 * @return the server
	 * @throws IOException if it does not start
	 * @throws InterruptedException if interrupted
	 */
	public static Server start(Peer peer, Setting setting, String name) throws IOException, InterruptedException {
		Files.createDirectories(setting.work());
		Path data = Files.createTempDirectory(setting.work(), "data-");
		Path log = setting.work().resolve(name + ".log");
		InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
		List<String> command = command(peer, setting, address.getPort(), data);
		Closeable database = () -> {
		};
		if (peer == Peer.POSTGRESQL) {
			PostgreSql postgres = PostgreSql.start(data);
			command.addAll(postgres.settings());
			database = postgres;
		}
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		Server server = new Server(process, address, data, log, database);
		server.awaitListening();
		return server;
	}

	/**
	 * Where it listens.
	 * @return an address of this machine
	 */
	public InetSocketAddress address() {
		return this.address;
	}

	/**
	 * The resources that its process uses.
	 * @return live figures
	 */
	public Usage usage() {
		return new Usage(this.process.pid());
	}

	/**
	 * Whether it runs.
	 * @return {@code false} if it ended by itself
	 */
	public boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * Whether its log tells that its memory was full.
	 * @return whether there was an OutOfMemoryError
	 * @throws IOException if the log cannot be read
	 */
	public boolean ranOutOfMemory() throws IOException {
		try (Stream<String> lines = Files.lines(this.log)) {
			return lines.anyMatch((line) -> line.contains("OutOfMemoryError"));
		}
	}

	/** Ends the process and forgets its data. */
	@Override
	public void close() throws IOException {
		this.process.destroy();
		try {
			if (!this.process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
		this.database.close();
		try (Stream<Path> files = Files.walk(this.data)) {
			files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
		}
	}

	private void awaitListening() throws IOException, InterruptedException {
		long deadline = System.nanoTime() + START.toNanos();
		while (!listens()) {
			if (!this.process.isAlive() || System.nanoTime() > deadline) {
				close();
				throw new IOException("A server did not start; its log is " + this.log);
			}
			this.process.waitFor(100, TimeUnit.MILLISECONDS);
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

	private static List<String> command(Peer peer, Setting setting, int port, Path data) {
		List<String> command = new ArrayList<>(List.of(JAVA));
		command.addAll(setting.jvm());
		String listen = "--server.port=" + port;
		command.addAll(switch (peer) {
			case HUBBUB, POSTGRESQL -> List.of("-jar", setting.jar().toString(), listen, "--hubbub.data=" + data,
					"--hubbub.stomp.port=0", "--hubbub.limits.enabled=false");
			case TOMCAT -> List.of("-classpath", ClassPath.onTomcat(), "chat.bench.stock.StockChat", listen);
			case JETTY -> List.of("-classpath", ClassPath.onJetty(), "chat.bench.stock.StockChat", listen);
			case RELAY -> throw new IllegalArgumentException("Spring's relay needs RabbitMQ");
			case FLOOR -> List.of("-classpath", ClassPath.bare(), "chat.bench.floor.Floor", String.valueOf(port));
		});
		return command;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
