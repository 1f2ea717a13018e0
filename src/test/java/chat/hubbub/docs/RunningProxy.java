package chat.hubbub.docs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import chat.hubbub.fixture.FreePort;
import chat.hubbub.fixture.Inbox;

import static org.awaitility.Awaitility.await;

/** A proxy before a server, as a process in the foreground that ends with the test. */
final class RunningProxy implements AutoCloseable {

	/** Debian has servers where only root looks for commands. */
	private static final String PATH = System.getenv("PATH") + ":/usr/sbin";

	private final int port = FreePort.find();

	private final Path log;

	private final Process process;

	private RunningProxy(Proxy proxy, String snippet, Path folder, Map<String, String> places) throws IOException {
		String text = proxy.configuration(snippet)
			.replaceAll("(listen |bind ):?443", "$1127.0.0.1:443")
			.replaceAll("\\b443\\b", Integer.toString(this.port))
			.replace("chat.example.org {", "localhost:" + this.port + " {")
			.replace("chat.example.org", "localhost")
			.replace("FOLDER", folder.toString());
		for (Map.Entry<String, String> place : places.entrySet()) {
			text = text.replace(place.getKey(), place.getValue());
		}
		Path configuration = Files.writeString(folder.resolve("configuration"), text);
		String[] command = proxy.command()
			.stream()
			.map((word) -> word.replace("FOLDER", folder.toString()).replace("CONFIG", configuration.toString()))
			.toArray(String[]::new);
		this.log = folder.resolve("output");
		ProcessBuilder builder = new ProcessBuilder(inPath(command)).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.log.toFile());
		builder.environment().put("HOME", folder.toString());
		builder.environment().put("XDG_DATA_HOME", folder.toString());
		builder.environment().put("XDG_CONFIG_HOME", folder.toString());
		this.process = builder.start();
	}

	/** Starts it with a configuration in which some texts are replaced. */
	static RunningProxy start(Proxy proxy, String snippet, Path folder, Map<String, String> places) throws IOException {
		RunningProxy running = new RunningProxy(proxy, snippet, Files.createDirectories(folder), places);
		try {
			await().atMost(Inbox.PATIENCE).until(() -> running.listens() || !running.process.isAlive());
			if (!running.process.isAlive()) {
				throw new AssertionError(proxy.title() + " has ended: " + Files.readString(running.log));
			}
			return running;
		}
		catch (RuntimeException | Error ex) {
			running.close();
			throw ex;
		}
	}

	/** Skips the test where the proxy is not installed. */
	static void need(Proxy proxy, Path folder) throws InterruptedException {
		Needs.success("apt-get install " + proxy.title(), folder, look(proxy));
	}

	static boolean isInstalled(Proxy proxy, Path folder) throws InterruptedException {
		return Needs.isMet(folder, look(proxy));
	}

	private static String[] look(Proxy proxy) {
		return inPath("sh", "-c", "command -v " + proxy.title() + " > /dev/null");
	}

	int port() {
		return this.port;
	}

	/** Without mercy: asked, some would wait for the connections that are open. */
	@Override
	public void close() {
		List<ProcessHandle> workers = this.process.descendants().toList();
		this.process.destroyForcibly();
		workers.forEach(ProcessHandle::destroyForcibly);
		this.process.onExit().orTimeout(Inbox.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
	}

	private boolean listens() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static String[] inPath(String... command) {
		String[] whole = new String[command.length + 2];
		whole[0] = "env";
		whole[1] = "PATH=" + PATH;
		System.arraycopy(command, 0, whole, 2, command.length);
		return whole;
	}

}
