package chat.hubbub.broker;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import chat.hubbub.broker.fanout.Shards;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.RawClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Fifty readers stop reading, over each carrier. */
class SlowReadersIntegrationTests {

	private static final int STALLED = 50;

	private static final int MESSAGES = 600;

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--hubbub.connection.drain=60s");

	@Test
	void areToldToResumeAndCostTheOthersNothing() {
		String topic = server.newTopic();
		Shards shards = server.bean(Shards.class);
		List<RawClient> stalled = IntStream.range(0, STALLED)
			.mapToObj((number) -> server.connect(carrier(number), "grace").subscribe("/topic/chat." + topic))
			.toList();
		List<RawClient> readers = IntStream.range(0, Carrier.values().length)
			.mapToObj((number) -> server.connect(carrier(number), "linus").subscribe("/topic/chat." + topic))
			.toList();
		stalled.forEach(RawClient::stopReading);
		RawClient ada = server.connect(Carrier.TCP, "ada");
		String large = "👋".repeat(4000);
		// The others read as fast as she sends.
		for (long seq = 1; seq <= MESSAGES; seq++) {
			ada.post(topic, large);
			for (RawClient reader : readers) {
				assertThat(reader.takeSeqs(1)).containsExactly(seq);
			}
		}
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> shards.overflows() == STALLED);
		for (int number = 0; number < STALLED; number++) {
			stalled.get(number).goOnReading();
			assertThat(stalled.get(number).take("ERROR").code()).isEqualTo("reader.slow");
			assertThat(stalled.get(number).awaitClose()).isEqualTo(carrier(number).isWebSocket() ? 1013 : 0);
		}
	}

	private static Carrier carrier(int number) {
		return Carrier.values()[number % Carrier.values().length];
	}

}
