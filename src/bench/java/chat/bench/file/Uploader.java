package chat.bench.file;

import java.io.IOException;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An account that uploads files with an access token. It writes to the socket itself, so
 * that it takes little from the processors that it shares with the server. Thread-safe.
 */
public final class Uploader {

	private static final String CREATED = "HTTP/1.1 201";

	private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

	private final InetSocketAddress server;

	private final String token;

	private Uploader(InetSocketAddress server, String token) {
		this.server = server;
		this.token = token;
	}

	/**
	 * Makes an account and its token.
	 * @param server where the server listens
	 * @param name the name of the account
	 * @return the account
	 * @throws IOException if the server refuses
	 * @throws InterruptedException if interrupted
	 */
	public static Uploader signUp(InetSocketAddress server, String name) throws IOException, InterruptedException {
		CookieManager cookies = new CookieManager();
		HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
		post(http, cookies, server, "/api/accounts", "{\"name\":\"" + name + "\",\"password\":\"correct horse\"}");
		String answer = post(http, cookies, server, "/api/tokens", "{\"name\":\"uploads\"}");
		Matcher token = TOKEN.matcher(answer);
		if (!token.find()) {
			throw new IOException("No access token: " + answer);
		}
		return new Uploader(server, token.group(1));
	}

	private static String post(HttpClient http, CookieManager cookies, InetSocketAddress server, String path,
			String json) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + path))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json));
		cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("XSRF-TOKEN"))
			.map(HttpCookie::getValue)
			.forEach((value) -> request.header("X-XSRF-TOKEN", value));
		return http.send(request.build(), BodyHandlers.ofString()).body();
	}

	/** A file. */
	@FunctionalInterface
	public interface Body {

		/**
		 * Writes it.
		 * @param target gets all of its bytes
		 * @throws IOException if the target fails
		 */
		void writeTo(OutputStream target) throws IOException;

	}

	/**
	 * Uploads a file for the lobby.
	 * @param length its size in bytes
	 * @param body the file
	 * @throws IOException if the server refuses it
	 */
	public void upload(long length, Body body) throws IOException {
		String head = "POST /api/topics/lobby/uploads?name=file HTTP/1.1\r\nHost: localhost:" + this.server.getPort()
				+ "\r\nAuthorization: Bearer " + this.token + "\r\nContent-Length: " + length
				+ "\r\nConnection: close\r\n\r\n";
		try (Socket socket = new Socket(this.server.getAddress(), this.server.getPort())) {
			OutputStream output = socket.getOutputStream();
			output.write(head.getBytes(StandardCharsets.US_ASCII));
			body.writeTo(output);
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (!answer.startsWith(CREATED)) {
				throw new IOException("A file was refused: " + answer);
			}
		}
	}

}
