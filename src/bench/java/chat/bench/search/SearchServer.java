package chat.bench.search;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server of Hubbub with a store that stays when it ends. */
final class SearchServer implements Closeable {

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);

	private final HttpClient http = HttpClient.newHttpClient();

	private final Process process;

	private final int port;

	private SearchServer(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/**
	 * Starts a server and waits until it answers.
	 * @param arguments its arguments, which say where it stores
	 */
	static SearchServer start(Path jar, Path log, List<String> arguments) throws IOException, InterruptedException {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		List<String> command = new ArrayList<>(List.of(JAVA, "-jar", jar.toString(), "--server.port=" + port,
				"--hubbub.stomp.port=0", "--hubbub.limits.enabled=false"));
		command.addAll(arguments);
		SearchServer server = new SearchServer(new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.start(), port);
		long deadline = System.nanoTime() + PATIENCE;
		while (!server.isUp()) {
			if (!server.process.isAlive() || System.nanoTime() > deadline) {
				server.close();
				throw new IOException("Hubbub did not start; its log is " + log);
			}
			server.process.waitFor(100, TimeUnit.MILLISECONDS);
		}
		return server;
	}

	private boolean isUp() throws InterruptedException {
		try {
			return get("/api/session").statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Waits until the index has all messages. */
	void awaitIndex() throws IOException, InterruptedException {
		long deadline = System.nanoTime() + PATIENCE;
		while (search("anything", 1).headers().firstValue("Hubbub-Search").isPresent()) {
			if (System.nanoTime() > deadline) {
				throw new IOException("The index was not complete in time");
			}
			Thread.sleep(100);
		}
	}

	HttpResponse<String> search(String query, int limit) throws IOException, InterruptedException {
		HttpResponse<String> answer = get(
				"/api/search?limit=" + limit + "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
		if (answer.statusCode() != 200) {
			throw new IOException("The search for " + query + " was answered with " + answer.body());
		}
		return answer;
	}

	void createTopic(String name) throws IOException, InterruptedException {
		this.http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/api/topics"))
			.header("content-type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"" + name + "\"}"))
			.build(), BodyHandlers.discarding());
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build(),
				BodyHandlers.ofString());
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
