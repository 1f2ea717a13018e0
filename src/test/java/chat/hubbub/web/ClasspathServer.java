package chat.hubbub.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.webjars.WebJarVersionLocator;
import tools.jackson.databind.json.JsonMapper;

import chat.hubbub.words.Languages;

/**
 * Serves the page's modules and their specs from the classpath, as the real server would:
 * {@code static/} at the root, webjars without their version, the words of a page as
 * {@code words/admin.en.js}.
 */
class ClasspathServer implements AutoCloseable {

	private static final Map<String, String> TYPES = Map.of("html", "text/html;charset=utf-8", "js",
			"text/javascript;charset=utf-8", "css", "text/css", "svg", "image/svg+xml", "json", "application/json");

	private final WebJarVersionLocator webjars = new WebJarVersionLocator();

	private final PageWords words = new PageWords(JsonMapper.builder().build());

	private final HttpServer server;

	ClasspathServer() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String address(String path) {
		return "http://localhost:" + this.server.getAddress().getPort() + path;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		try (exchange; InputStream file = open(path)) {
			if (file == null) {
				exchange.sendResponseHeaders(404, -1);
			}
			else {
				String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
				exchange.getResponseHeaders().set("Content-Type", type);
				exchange.sendResponseHeaders(200, 0);
				file.transferTo(exchange.getResponseBody());
			}
		}
	}

	private @Nullable InputStream open(String path) {
		if (path.startsWith("/words/")) {
			String[] name = path.substring("/words/".length()).split("\\.");
			return new ByteArrayInputStream(
					this.words.write(name[0], Languages.named(name[1]).orElse(Languages.ENGLISH)));
		}
		return getClass().getClassLoader().getResourceAsStream(resource(path));
	}

	private String resource(String path) {
		if (!path.startsWith("/webjars/")) {
			return "static" + path;
		}
		String[] parts = path.split("/", 4);
		return String.valueOf(this.webjars.fullPath(parts[2], parts[3]));
	}

}
