package chat.hubbub.docs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.stream.Stream;

import chat.hubbub.HubbubApplication;
import chat.hubbub.fixture.FreePort;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Hubbub on ports of its own. */
final class RunningServer implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final int port;

	private final int stompPort;

	private RunningServer(ConfigurableApplicationContext context, WebServer server, int stompPort) {
		this.context = context;
		this.port = server.getPort();
		this.stompPort = stompPort;
	}

	static RunningServer start(Path data, String... arguments) {
		int stompPort = FreePort.find();
		Stream<String> ours = Stream.of("--server.port=0", "--hubbub.stomp.port=" + stompPort, "--hubbub.data=" + data,
				"--hubbub.limits.enabled=true");
		ConfigurableApplicationContext context = SpringApplication.run(HubbubApplication.class,
				Stream.concat(ours, Stream.of(arguments)).toArray(String[]::new));
		return new RunningServer(context, ((WebServerApplicationContext) context).getWebServer(), stompPort);
	}

	/** The port of the page, of WebSockets and of the API. */
	int port() {
		return this.port;
	}

	/** The port of STOMP over TCP. */
	int stompPort() {
		return this.stompPort;
	}

	/** The server's answer to GET with any status. */
	String get(String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
	}

	/** The history of the lobby, newest first, as JSON. */
	String lobby() throws IOException, InterruptedException {
		return get("/api/topics/lobby/messages");
	}

	@Override
	public void close() {
		this.context.close();
	}

}
