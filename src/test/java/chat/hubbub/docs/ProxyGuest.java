package chat.hubbub.docs;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import javax.net.ssl.SSLSocket;

import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.SelfSigned;
import org.awaitility.Awaitility;

/** A guest that knows the server only by a proxy's address, with a page from there. */
final class ProxyGuest {

	private static final String CONNECT = "CONNECT\naccept-version:1.2\nhost:localhost\n";

	private static final String SUBSCRIBE = "SUBSCRIBE\nid:1\ndestination:/topic/chat\nreceipt:there\n\n\0";

	private final SelfSigned certificate;

	private final HttpClient http;

	private final String origin;

	private final String path;

	ProxyGuest(int port, String path, SelfSigned certificate) {
		this.certificate = certificate;
		// Browsers ask for HTTP/2. They upgrade HTTP/1.1 to a WebSocket.
		this.http = HttpClient.newBuilder().sslContext(certificate.trusting()).build();
		this.origin = "https://localhost:" + port;
		this.path = path;
	}

	HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(URI.create(this.origin + path)).build(), BodyHandlers.ofString());
	}

	HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
		return this.http.send(request(path, body).header("Content-Type", "application/json").build(),
				BodyHandlers.ofString());
	}

	/** The answer to a request with forged headers from an untrusted address. */
	String forged(String path) throws IOException {
		String request = "GET " + path + " HTTP/1.1\r\nHost: " + this.origin.substring("https://".length())
				+ "\r\nConnection: close\r\nX-Forwarded-Prefix: /evil\r\nX-Forwarded-Proto: http\r\n"
				+ "X-Forwarded-Host: evil.example\r\nX-Forwarded-Port: 666\r\nX-Forwarded-For: 192.0.2.66\r\n"
				+ "Forwarded: host=evil.example\r\n\r\n";
		URI address = URI.create(this.origin);
		try (SSLSocket socket = (SSLSocket) this.certificate.trusting()
			.getSocketFactory()
			.createSocket(InetAddress.getByName("127.0.0.1"), address.getPort(), InetAddress.getByName("127.0.0.9"),
					0)) {
			return SelfSigned.exchange(socket, request);
		}
	}

	Talk plain() {
		return webSocket("/chat/", "", false);
	}

	/** Connects over STOMP, and subscribes to the lobby. */
	Talk stomp(boolean beats) {
		Talk talk = webSocket("/ws", "v12.stomp", beats);
		talk.say(CONNECT + (beats ? "heart-beat:10000,10000" : "heart-beat:0,0") + "\n\n\0");
		talk.await("CONNECTED");
		talk.say(SUBSCRIBE);
		talk.await("receipt-id:there");
		return talk;
	}

	/** Connects over SockJS's streaming, and subscribes to the lobby. */
	LiveStream stream(String session) throws IOException, InterruptedException {
		String address = this.path + "/sockjs/000/" + session;
		InputStream in = this.http.send(request(address + "/xhr_streaming", "").build(), BodyHandlers.ofInputStream())
			.body();
		LiveStream stream = new LiveStream(in);
		stream.await("o\n");
		String frames = (CONNECT + "\n\0" + SUBSCRIBE).replace("\n", "\\n").replace("\0", "\\u0000");
		if (post(address + "/xhr_send", "[\"" + frames + "\"]").statusCode() != 204) {
			throw new AssertionError("SockJS took no frame");
		}
		stream.await("receipt-id:there");
		return stream;
	}

	private Talk webSocket(String path, String subProtocol, boolean beats) {
		WebSocket.Builder builder = this.http.newWebSocketBuilder().header("Origin", this.origin);
		if (!subProtocol.isEmpty()) {
			builder.subprotocols(subProtocol);
		}
		Talk talk = new Talk(beats);
		URI address = URI.create(this.origin.replace("https", "wss") + this.path + path);
		talk.socket = builder.buildAsync(address, talk).join();
		return talk;
	}

	private HttpRequest.Builder request(String path, String body) {
		return HttpRequest.newBuilder(URI.create(this.origin + path))
			.header("Origin", this.origin)
			.timeout(Inbox.PATIENCE)
			.POST(BodyPublishers.ofString(body));
	}

	/** A WebSocket that may answer everything with a heart-beat. */
	static final class Talk implements WebSocket.Listener {

		private final StringBuffer heard = new StringBuffer();

		private final CompletableFuture<String> end = new CompletableFuture<>();

		private final boolean beats;

		private WebSocket socket;

		Talk(boolean beats) {
			this.beats = beats;
		}

		void say(String text) {
			this.socket.sendText(text, true).join();
		}

		/** Waits until a text has come since it was opened. */
		void await(String text) {
			Awaitility.await(text)
				.atMost(Inbox.PATIENCE)
				.until(() -> this.heard.indexOf(text) >= 0 || this.end.isDone());
			if (this.heard.indexOf(text) < 0) {
				throw new AssertionError("It has ended: " + this.end.join() + ", after " + this.heard);
			}
		}

		@Override
		public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
			this.heard.append(text);
			if (this.beats) {
				socket.sendText("\n", true);
			}
			socket.request(1);
			return null;
		}

		@Override
		public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
			this.end.complete(code + " " + reason);
			return null;
		}

		@Override
		public void onError(WebSocket socket, Throwable fault) {
			this.end.complete(String.valueOf(fault));
		}

	}

}
