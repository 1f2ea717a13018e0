package chat.bench.hook;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A user with a topic and its webhooks. */
final class Moderator {

	private static final int AT_ONCE = 20;

	private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final HttpClient program = HttpClient.newHttpClient();

	private final String base;

	Moderator(InetSocketAddress server) {
		this.base = "http://" + server.getAddress().getHostAddress() + ":" + server.getPort();
	}

	/**
	 * Makes a topic whose events are told to a program.
	 * @return the address at which another program posts
	 */
	String prepare(String receiver) throws IOException, InterruptedException {
		post("/api/accounts", "{\"name\":\"ada\",\"password\":\"correct horse\"}");
		post("/api/topics", "{\"name\":\"events\"}");
		post("/api/topics/events/outgoing-hooks", "{\"url\":\"" + receiver + "\"}");
		Matcher token = TOKEN.matcher(post("/api/topics/events/incoming-hooks", "{\"name\":\"builds\"}"));
		if (!token.find()) {
			throw new IOException("The webhook has no token");
		}
		return this.base + "/hooks/" + token.group(1);
	}

	/** Posts messages, some at a time, and waits until all are stored. */
	void post(String address, int count) throws IOException {
		for (int sent = 0; sent < count; sent += AT_ONCE) {
			List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
			for (int i = sent; i < Math.min(count, sent + AT_ONCE); i++) {
				answers.add(this.program.sendAsync(HttpRequest.newBuilder(URI.create(address))
					.header("Content-Type", "text/plain")
					.POST(BodyPublishers.ofString("Build " + i + " is done"))
					.build(), BodyHandlers.ofString()));
			}
			for (CompletableFuture<HttpResponse<String>> answer : answers) {
				check(answer.join());
			}
		}
	}

	private String post(String path, String body) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body));
		this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("XSRF-TOKEN"))
			.map(HttpCookie::getValue)
			.forEach((token) -> request.header("X-XSRF-TOKEN", token));
		return check(this.http.send(request.build(), BodyHandlers.ofString()));
	}

	private static String check(HttpResponse<String> answer) throws IOException {
		if (answer.statusCode() >= 300) {
			throw new IOException(answer.uri().getPath() + " was answered with " + answer.body());
		}
		return answer.body();
	}

}
