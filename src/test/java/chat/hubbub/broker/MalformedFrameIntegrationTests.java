package chat.hubbub.broker;

import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.RawWebSocket;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MalformedFrameIntegrationTests {

	private static final int INVALID_DATA = 1007;

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	private StompClient grace;

	@BeforeEach
	void bystander() {
		this.grace = server.connect("grace").subscribe("/topic/chat");
	}

	@AfterEach
	void theBystanderLivesAndNothingWasStored() {
		int before = server.api().history("lobby").size();
		this.grace.post("/app/chat", "{\"text\":\"Still here\"}");
		assertThat(this.grace.take("MESSAGE").json().path("text").asString()).isEqualTo("Still here");
		assertThat(this.grace.inbox().poll((frame) -> true)).isEmpty();
		assertThat(server.api().history("lobby")).hasSize(before + 1)
			.allMatch((message) -> message.path("text").asString().equals("Still here"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 256 * 1024 + 1, 400 * 1024 })
	void refusesAFrameOver256KiB(int size) {
		StompClient ada = server.connect("ada").subscribe("/user/queue/errors");
		ada.send("SEND", "{\"text\":\"Hello\",\"more\":\"" + "a".repeat(size) + "\"}", "destination:/app/chat",
				"receipt:r");
		assertError(ada, "frame.too-large");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SEND\ndestination\n\nx\0", "SEND\ndestination:/app/chat\\t\n\nx\0",
			"SEND\ndestination:/app/chat\ncontent-length:3\n\ntoo long\0" })
	void refusesWhatIsNoFrame(String text) {
		StompClient ada = server.connect("ada").subscribe("/user/queue/errors");
		ada.send(text);
		assertError(ada, "frame.malformed");
	}

	@Test
	void refusesAContentTypeThatIsNone() {
		StompClient ada = server.connect("ada");
		ada.send("SEND", "Hello", "destination:/app/chat", "content-type:whatever");
		assertError(ada, "frame.header");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SEND\ndestination:/app/chat\n\n{\"text\":\"Hello\"}\0",
			"SUBSCRIBE\nid:1\ndestination:/topic/chat\n\n\0" })
	void refusesEveryFrameBeforeConnect(String frame) {
		StompClient ada = server.open();
		ada.send(frame);
		assertError(ada, "frame.out-of-turn");
	}

	@Test
	void refusesASecondConnect() {
		StompClient ada = server.connect("ada");
		ada.send("CONNECT\naccept-version:1.2\nhost:localhost\nlogin:linus\n\n\0");
		assertError(ada, "frame.out-of-turn");
	}

	@Test
	void refusesInvalidUtf8InABinaryMessage() {
		StompClient ada = server.connect("ada").subscribe("/user/queue/errors");
		ada.send(StompClient.bytes("SEND\ndestination:/app/chat\nreceipt:r\n\n{\"text\":\"\u00C3(\"}\0"));
		Frame answer = ada.answer("r");
		assertThat(answer.isFault()).isTrue();
		assertThat(answer.code()).isEqualTo("body.malformed");
		assertThat(answer.sentence()).contains("UTF-8");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/ws", "/chat/", "/sockjs/websocket" })
	void closesOnInvalidUtf8InATextMessage(String path) throws Exception {
		try (RawWebSocket ada = new RawWebSocket(server.port(), path)) {
			ada.sendText(StompClient.bytes("SEND\ndestination:/app/chat\n\n{\"text\":\"\u00C3(\"}\0"));
			assertThat(ada.awaitClose()).isEqualTo(INVALID_DATA);
		}
	}

	private static void assertError(StompClient client, String code) {
		Frame error = client.take("ERROR");
		assertThat(error.code()).isEqualTo(code);
		assertThat(error.sentence()).isNotEmpty().doesNotContain("Exception");
		client.awaitClose();
	}

}
