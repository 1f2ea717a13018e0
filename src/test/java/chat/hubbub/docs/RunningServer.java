package chat.hubbub.docs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.stream.Stream;

import chat.hubbub.HubbubApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Hubbub on a port of its own. */
final class RunningServer implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final int port;

	private RunningServer(ConfigurableApplicationContext context, WebServer server) {
		this.context = context;
		this.port = server.getPort();
	}

	static RunningServer start(Path data, String... arguments) {
		String[] all = Stream.concat(Stream.of("--server.port=0", "--hubbub.data=" + data), Stream.of(arguments))
			.toArray(String[]::new);
		ConfigurableApplicationContext context = SpringApplication.run(HubbubApplication.class, all);
		return new RunningServer(context, ((WebServerApplicationContext) context).getWebServer());
	}

	int port() {
		return this.port;
	}

	/** What the server answers to GET, whatever its status. */
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
