package chat.hubbub.broker;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class OrderAcrossShardsIntegrationTests {

	private static final int SENDERS = 12;

	private static final int MESSAGES = 100;

	@RegisterExtension
	static final BrokerServer server = new BrokerServer();

	@Test
	void isTheSameForAllAndKeepsEachSendersOwn() {
		String topic = server.newTopic();
		List<RawClient> subscribers = Stream.of(Carrier.values())
			.flatMap((carrier) -> IntStream.range(0, 7).mapToObj((number) -> server.connect(carrier, "grace")))
			.map((client) -> client.subscribe("/topic/chat." + topic))
			.toList();
		CompletableFuture
			.allOf(IntStream.range(0, SENDERS)
				.mapToObj((sender) -> CompletableFuture.runAsync(() -> send(topic, sender)))
				.toArray(CompletableFuture[]::new))
			.join();
		List<String> order = bodies(subscribers.get(0));
		subscribers.stream().skip(1).forEach((subscriber) -> assertThat(bodies(subscriber)).isEqualTo(order));
		for (int sender = 0; sender < SENDERS; sender++) {
			String prefix = "\"text\":\"" + sender + "/";
			assertThat(order.stream().filter((body) -> body.contains(prefix)).map((body) -> numberOf(body, prefix)))
				.containsExactlyElementsOf(IntStream.range(0, MESSAGES).boxed().toList());
		}
	}

	private static void send(String topic, int sender) {
		RawClient client = server.connect(Carrier.values()[sender % 3], "ada");
		for (int number = 0; number < MESSAGES - 1; number++) {
			client.send("SEND", sender + "/" + number + "/", "destination:/app/chat." + topic,
					"content-type:text/plain");
		}
		client.post(topic, sender + "/" + (MESSAGES - 1) + "/");
	}

	private static List<String> bodies(RawClient subscriber) {
		List<Frame> frames = subscriber.takeMessages(SENDERS * MESSAGES);
		assertThat(frames.stream().map((frame) -> Long.valueOf(frame.header("seq"))))
			.containsExactlyElementsOf(LongStream.rangeClosed(1, SENDERS * MESSAGES).boxed().toList());
		assertThat(frames.stream().map((frame) -> frame.header("message-id")).distinct()).hasSize(SENDERS * MESSAGES);
		return frames.stream().map(Frame::body).toList();
	}

	private static int numberOf(String body, String prefix) {
		int start = body.indexOf(prefix) + prefix.length();
		return Integer.parseInt(body.substring(start, body.indexOf('/', start)));
	}

}
