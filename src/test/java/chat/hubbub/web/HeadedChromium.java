package chat.hubbub.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Chromium with windows, as people use it, on an invisible display. Playwright turns
 * off Chromium's treatment of background tabs.
 */
final class HeadedChromium implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final HttpClient http = HttpClient.newHttpClient();

	private final Process display;

	private final Process browser;

	private final int port;

	HeadedChromium(Path binary, Path folder) throws IOException {
		this.display = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp")
			.redirectError(Redirect.DISCARD)
			.start();
		BufferedReader number = this.display.inputReader();
		List<String> command = new ArrayList<>(List.of(binary.toString(), "--no-sandbox", "--remote-debugging-port=0",
				"--user-data-dir=" + folder, "--no-default-browser-check", "about:blank"));
		command.addAll(ChromiumBinary.QUIET);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
		builder.environment().put("DISPLAY", ":" + number.readLine());
		this.browser = builder.start();
		Path active = folder.resolve("DevToolsActivePort");
		Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(active) && Files.readAllLines(active).size() > 1);
		this.port = Integer.parseInt(Files.readAllLines(active).get(0));
	}

	/** Opens a tab in front of all others and returns its address for debuggers. */
	URI open(String address) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port + "/json/new?" + address))
			.PUT(HttpRequest.BodyPublishers.noBody())
			.build();
		String answer = this.http.send(request, HttpResponse.BodyHandlers.ofString()).body();
		return URI.create(JSON.readTree(answer).path("webSocketDebuggerUrl").asString());
	}

	/** Waits until a script in a tab comes to a text. */
	void await(URI tab, String script, String text) {
		Awaitility.await().atMost(PATIENCE).until(() -> evaluate(tab, script), text::equals);
	}

	/** The result of a script in a tab. The debugger is attached only meanwhile. */
	String evaluate(URI tab, String script) {
		CompletableFuture<String> answer = new CompletableFuture<>();
		WebSocket debugger = this.http.newWebSocketBuilder().buildAsync(tab, new Answer(answer)).join();
		try {
			debugger.sendText(JSON.writeValueAsString(new Command(1, "Runtime.evaluate", new Script(script))), true);
			return JSON.readTree(answer.orTimeout(30, TimeUnit.SECONDS).join())
				.path("result")
				.path("result")
				.path("value")
				.asString();
		}
		finally {
			debugger.abort();
		}
	}

	@Override
	public void close() {
		this.browser.descendants().forEach(ProcessHandle::destroy);
		this.browser.destroy();
		this.browser.onExit().join();
		this.display.destroy();
		this.display.onExit().join();
	}

	private record Command(int id, String method, Script params) {
	}

	private record Script(String expression) {
	}

	private record Answer(CompletableFuture<String> text) implements WebSocket.Listener {

		@Override
		public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
			this.text.complete(data.toString());
			return null;
		}

	}

}
