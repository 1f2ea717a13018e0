package chat.hubbub.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.PlainClient;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.RawHttp;
import chat.hubbub.fixture.RawWebSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CompressionIntegrationTests {

	private static final String OFFER = "Sec-WebSocket-Extensions: permessage-deflate";

	private static final int BOMB = 20 * 1024 * 1024;

	@RegisterExtension
	static final BrokerServer usual = new BrokerServer();

	@RegisterExtension
	static final BrokerServer compressing = new BrokerServer("--hubbub.compression=true",
			"--hubbub.connection.ping=1s");

	@ParameterizedTest
	@ValueSource(strings = { "/ws", "/chat/", "/sockjs/websocket", "/sockjs/000/session/websocket" })
	void isOffUnlessItIsWanted(String path) {
		try (RawHttp plain = RawHttp.upgrade(usual.port(), path, OFFER);
				RawHttp compressed = RawHttp.upgrade(compressing.port(), path, OFFER)) {
			assertThat(plain.status()).isEqualTo(101);
			assertThat(plain.header("Sec-WebSocket-Extensions")).isEmpty();
			assertThat(compressed.status()).isEqualTo(101);
			assertThat(compressed.header("Sec-WebSocket-Extensions")).startsWith("permessage-deflate");
		}
	}

	@Test
	void unfoldsAMessage() throws IOException {
		String topic = compressing.newTopic();
		RawClient grace = compressing.connect(Carrier.WEB_SOCKET_TEXT, "grace").subscribe("/topic/chat." + topic);
		try (RawWebSocket ada = new RawWebSocket(compressing.port(), "/ws", OFFER)) {
			ada.sendCompressed(utf8("CONNECT\naccept-version:1.2\nhost:localhost\nlogin:ada\n\n\0" + RawClient
				.frame("SEND", "x".repeat(4000), "destination:/app/chat." + topic, "content-type:text/plain")));
			assertThat(grace.take("MESSAGE").json().path("text").asString()).hasSize(4000);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/ws", "/chat/" })
	void refusesABomb(String path) throws IOException {
		try (RawWebSocket bomb = new RawWebSocket(compressing.port(), path, OFFER)) {
			bomb.sendCompressed(new byte[BOMB]);
			assertThat(bomb.awaitClose()).isEqualTo(1009);
		}
		compressing.connect(Carrier.WEB_SOCKET_TEXT, "ada");
	}

	@ParameterizedTest
	@CsvSource({ "/ws, 'CONNECT\naccept-version:1.2\n\n\0', 1002", "/chat/, Hello, 1008" })
	void closesAClientThatAnswersNoPing(String path, String first, int code) throws IOException {
		RawClient ada = compressing.connect(Carrier.WEB_SOCKET_TEXT, "ada");
		PlainClient grace = PlainClient.connect(compressing.port(), "/chat/", "");
		try (RawWebSocket gone = new RawWebSocket(compressing.port(), path, OFFER)) {
			gone.sendText(utf8(first));
			gone.awaitPing();
			gone.awaitPing();
			assertThat(gone.awaitClose()).isEqualTo(code);
		}
		assertThat(ada.isClosed()).isFalse();
		ada.subscribe("/topic/chat");
		grace.send("still here");
		grace.close();
		assertThat(ada.take("MESSAGE").json().path("text").asString()).isEqualTo("still here");
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
