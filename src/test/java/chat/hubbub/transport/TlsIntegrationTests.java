package chat.hubbub.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.SelfSigned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** HTTPS, WSS and STOMP over TLS, by Spring's settings. */
class TlsIntegrationTests {

	private static final String CONNECT = RawClient.frame("CONNECT", "", "accept-version:1.2", "host:localhost",
			"login:ada");

	private static final SelfSigned page = new SelfSigned("page");

	private static final SelfSigned broker = new SelfSigned("broker");

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(
			with(page.server(), "--hubbub.connection.connect-timeout=1s", "--hubbub.connection.drain=1s"));

	@RegisterExtension
	static final BrokerServer bundled = new BrokerServer(with(
			Stream.concat(Stream.of(page.bundle("page")), Stream.of(broker.bundle("broker"))).toArray(String[]::new),
			"--server.ssl.bundle=page", "--hubbub.stomp.ssl-bundle=broker"));

	private final HttpClient browser = HttpClient.newBuilder().sslContext(page.trusting()).build();

	@ParameterizedTest
	@ValueSource(strings = { "/", "/main.js", "/api/topics", "/sockjs/info" })
	void servesHttpsAndTellsBrowsersToStayWithIt(String path) throws Exception {
		HttpResponse<String> answer = this.browser.send(request(path).build(), BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
	}

	@Test
	void keepsCookiesToTls() throws Exception {
		HttpRequest enter = request("/api/session").header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"name\":\"grace\"}"))
			.build();
		HttpResponse<String> answer = this.browser.send(enter, BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().allValues("Set-Cookie")).hasSizeGreaterThanOrEqualTo(2)
			.allSatisfy((cookie) -> assertThat(cookie).contains("Secure"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/ws", "/sockjs/websocket" })
	void carriesWebSocketsOfOurOwnPageOnly(String path) throws Exception {
		assertThat(connect(path, "https://localhost:" + server.port())).contains("CONNECTED");
		for (String origin : new String[] { "http://localhost:" + server.port(), "https://localhost" }) {
			assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> connect(path, origin))
				.withCauseInstanceOf(WebSocketHandshakeException.class);
		}
	}

	@Test
	void speaksTlsAtTheStompPortWithTheCertificateOfThePage() throws IOException {
		assertThat(page.exchange(server.stompPort(), CONNECT)).startsWith("CONNECTED\n");
		assertThatExceptionOfType(SSLHandshakeException.class)
			.isThrownBy(() -> broker.exchange(server.stompPort(), CONNECT));
	}

	@Test
	void speaksTlsAtTheStompPortWithACertificateOfItsOwn() throws IOException {
		assertThat(broker.exchange(bundled.stompPort(), CONNECT)).startsWith("CONNECTED\n");
		assertThatExceptionOfType(SSLHandshakeException.class)
			.isThrownBy(() -> page.exchange(bundled.stompPort(), CONNECT));
	}

	@ParameterizedTest
	@ValueSource(strings = { "CONNECT\naccept-version:1.2\nhost:localhost\nlogin:ada\npasscode:sesame\n\n\0",
			"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" })
	void endsWhatIsNotTls(String text) throws IOException {
		assertThat(inTheClear(server.stompPort(), text)).doesNotContain("CONNECTED", "HTTP/1.1 200");
		assertThat(inTheClear(server.port(), text)).doesNotContain("CONNECTED", "HTTP/1.1 200");
	}

	/** A missing handshake has a time limit. */
	@Test
	void endsWhoSaysNothingAtTheStompPort() throws IOException {
		assertThat(inTheClear(server.stompPort(), "")).doesNotContain("CONNECTED");
		assertThat(inTheClear(server.stompPort(), "\n")).doesNotContain("CONNECTED");
		assertThat(page.exchange(server.stompPort(), "")).startsWith("ERROR\n").contains("code:connect.missing\n");
	}

	private static HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + path));
	}

	/** Connects by WebSocket and returns the first text that tells of that. */
	private String connect(String path, String origin) throws Exception {
		CompletableFuture<String> answer = new CompletableFuture<>();
		WebSocket socket = this.browser.newWebSocketBuilder()
			.header("Origin", origin)
			.buildAsync(URI.create("wss://localhost:" + server.port() + path), new WebSocket.Listener() {

				@Override
				public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
					answer.complete(data.toString());
					return null;
				}

			})
			.join();
		try {
			socket.sendText(CONNECT, true).join();
			return answer.get(Inbox.PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		finally {
			socket.abort();
		}
	}

	/** The input up to the end. */
	private static String inTheClear(int port, String text) throws IOException {
		StringBuilder all = new StringBuilder();
		try (Socket socket = new Socket("localhost", port)) {
			all.append(SelfSigned.exchange(socket, text));
			int next = socket.getInputStream().read();
			while (next >= 0) {
				all.append((char) next);
				next = socket.getInputStream().read();
			}
		}
		catch (java.net.SocketException ex) {
			// Reset: that is an end too.
		}
		return all.toString();
	}

	private static String[] with(String[] settings, String... more) {
		return Stream.concat(Stream.of(settings), Stream.of(more)).toArray(String[]::new);
	}

}
