package chat.hubbub.broker;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Frames that break the rules end their connection, after an ERROR that says why. */
class BrokenFramesIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer();

	static Stream<Arguments> broken() {
		return Arrays.stream(Carrier.values())
			.flatMap((carrier) -> Stream
				.of(new String[] { "frame.header", "SUBSCRIBE\nid:1\nreceipt:r\n\n\0" },
						new String[] { "frame.header", "SUBSCRIBE\ndestination:/topic/chat\nreceipt:r\n\n\0" },
						new String[] { "frame.header", "SEND\nreceipt:r\n\nHello\0" },
						new String[] { "frame.header", "UNSUBSCRIBE\nreceipt:r\n\n\0" },
						new String[] { "frame.header", "ACK\nreceipt:r\n\n\0" },
						new String[] { "frame.header", "BEGIN\nreceipt:r\n\n\0" },
						new String[] { "frame.header", "COMMIT\nreceipt:r\n\n\0" },
						new String[] { "frame.header", "ABORT\nreceipt:r\n\n\0" },
						new String[] { "frame.command", "HELLO\nreceipt:r\n\n\0" },
						new String[] { "frame.command", "send\ndestination:/app/chat\nreceipt:r\n\n\0" },
						new String[] { "frame.command", "MESSAGE\ndestination:/topic/chat\nreceipt:r\n\nHi\0" },
						new String[] { "frame.command", "CONNECTED\nreceipt:r\n\n\0" },
						new String[] { "frame.command", "RECEIPT\nreceipt:r\n\n\0" },
						new String[] { "frame.command", "ERROR\nreceipt:r\n\n\0" },
						new String[] { "frame.out-of-turn", "CONNECT\naccept-version:1.2\nreceipt:r\n\n\0" },
						new String[] { "ack.unknown", "ACK\nid:nothing\nreceipt:r\n\n\0" },
						new String[] { "ack.unknown", "NACK\nid:nothing\nreceipt:r\n\n\0" },
						new String[] { "transaction.unknown", "COMMIT\ntransaction:t\nreceipt:r\n\n\0" },
						new String[] { "transaction.unknown",
								"SEND\ndestination:/app/chat\ntransaction:t\nreceipt:r\n\n\0" })
				.map((fault) -> Arguments.of(carrier, fault[0], fault[1])));
	}

	@ParameterizedTest
	@MethodSource("broken")
	void namesTheFaultAndTheFrame(Carrier carrier, String code, String frame) {
		RawClient ada = server.connect(carrier, "ada").send(frame);
		Frame error = ada.take("ERROR");
		assertThat(error.code()).isEqualTo(code);
		assertThat(error.header("receipt-id")).isEqualTo("r");
		assertThat(error.header("message")).matches("[A-Z].+[.]").isEqualTo(error.body());
		assertThat(ada.awaitClose()).isEqualTo(carrier.isWebSocket() ? 1002 : 0);
	}

	static Stream<Arguments> unreadable() {
		String endless = "SEND\ndestination:/app/chat\n\n" + "x".repeat(256 * 1024 + 1);
		String headers = IntStream.range(0, 100_000)
			.mapToObj((number) -> "header-" + number + ":value\n")
			.collect(Collectors.joining());
		return Arrays.stream(Carrier.values())
			.flatMap((carrier) -> Stream
				.of(new String[] { "frame.malformed", "SEND\ndestination:/app/chat\\t\n\nHello\0" },
						new String[] { "frame.malformed", "SEND\ncontent-length:2\n\nHello\0" },
						new String[] { "frame.malformed", "SEND\ncontent-length:many\n\nHello\0" },
						new String[] { "frame.malformed", "\0\0\0\0" },
						new String[] { "frame.too-large", "SEND\ncontent-length:300000\n\n" },
						new String[] { "frame.too-large", "x".repeat(9000) },
						new String[] { "frame.too-large", endless },
						new String[] { "frame.too-large", "SEND\n" + headers + "\n\0" })
				.map((fault) -> Arguments.of(carrier, fault[0], fault[1])));
	}

	@ParameterizedTest
	@MethodSource("unreadable")
	void namesTheFaultOfBytesThatAreNoFrame(Carrier carrier, String code, String text) {
		RawClient ada = server.connect(carrier, "ada");
		IntStream.range(0, (text.length() + 99_999) / 100_000)
			.forEach((part) -> ada.send(text.substring(part * 100_000, Math.min(text.length(), (part + 1) * 100_000))));
		assertThat(ada.take("ERROR").code()).isEqualTo(code);
		ada.awaitClose();
	}

	@ParameterizedTest
	@EnumSource(value = Carrier.class, names = "WEB_SOCKET_TEXT", mode = EnumSource.Mode.EXCLUDE)
	void survivesGarbage(Carrier carrier) {
		Random random = new Random(7);
		List<RawClient> clients = IntStream.range(0, 20).mapToObj((number) -> server.connect(carrier, "ada")).toList();
		for (RawClient client : clients) {
			byte[] garbage = new byte[2000];
			random.nextBytes(garbage);
			client.send(garbage).send("\n\n\0\n\n\0");
		}
		clients.forEach((client) -> {
			assertThat(client.take("ERROR").code()).startsWith("frame.");
			client.awaitClose();
		});
		server.connect(carrier, "grace").subscribe("/topic/chat");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void readsFramesThatComeByteForByte(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.open(carrier);
		String conversation = "CONNECT\r\naccept-version:1.2\r\nhost:localhost\r\n\r\n\0\r\n"
				+ RawClient.frame("SUBSCRIBE", "", "id:1", "destination:/topic/chat." + topic)
				+ "SEND\r\ndestination:/app/chat." + topic + "\r\ncontent-type:text/plain\r\nreceipt:r\r\n\r\nHello\0";
		for (char next : conversation.toCharArray()) {
			ada.send(String.valueOf(next));
		}
		assertThat(ada.take("MESSAGE").json().path("text").asString()).isEqualTo("Hello");
		assertThat(ada.take("RECEIPT").header("receipt-id")).isEqualTo("r");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void readsSeveralFramesThatComeTogether(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.connect(carrier, "ada").subscribe("/topic/chat." + topic);
		ada.send(("\n" + RawClient.frame("SEND", "{\"text\":\"Hi\"}", "destination:/app/chat." + topic)).repeat(5));
		assertThat(ada.takeSeqs(5)).containsExactly(1L, 2L, 3L, 4L, 5L);
	}

}
