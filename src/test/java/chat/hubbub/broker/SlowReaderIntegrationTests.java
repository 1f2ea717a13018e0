package chat.hubbub.broker;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.RawClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlowReaderIntegrationTests {

	private static final int MESSAGES = 600;

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--hubbub.connection.drain=30s");

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void isToldToResumeAndCostsTheOthersNothing(Carrier carrier) {
		String topic = server.newTopic();
		Shards shards = server.bean(Shards.class);
		long overflows = shards.overflows();
		List<RawClient> stalled = IntStream.range(0, 5)
			.mapToObj((number) -> server.connect(carrier, "grace").subscribe("/topic/chat." + topic))
			.toList();
		RawClient linus = server.connect(carrier, "linus").subscribe("/topic/chat." + topic);
		stalled.forEach(RawClient::stopReading);
		RawClient ada = server.connect(carrier, "ada");
		String large = "👋".repeat(4000);
		// Linus reads as fast as she sends; the others do not.
		for (long seq = 1; seq <= MESSAGES; seq++) {
			ada.post(topic, large);
			assertThat(linus.takeSeqs(1)).containsExactly(seq);
		}
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> shards.overflows() == overflows + 5);
		stalled.forEach((client) -> {
			client.goOnReading();
			assertThat(client.take("ERROR").code()).isEqualTo("reader.slow");
			assertThat(client.awaitClose()).isEqualTo(carrier.isWebSocket() ? 1013 : 0);
		});
	}

}
