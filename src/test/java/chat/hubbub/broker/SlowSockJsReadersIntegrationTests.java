package chat.hubbub.broker;

import java.time.Duration;

import chat.hubbub.broker.connection.Connections;
import chat.hubbub.broker.fanout.Shards;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.StalledSockJs;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** SockJS may block the thread that writes; other clients must not wait for it. */
class SlowSockJsReadersIntegrationTests {

	private static final int MESSAGES = 600;

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--hubbub.connection.drain=2s",
			"--server.jetty.connection-idle-timeout=2s");

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void costTheOthersNothingAndAreClosed(boolean webSocket) {
		String topic = server.newTopic();
		Connections connections = server.bean(Connections.class);
		long overflows = server.bean(Shards.class).overflows();
		RawClient reader = server.connect(Carrier.TCP, "linus").subscribe("/topic/chat." + topic);
		RawClient ada = server.connect(Carrier.TCP, "ada");
		try (StalledSockJs stalled = new StalledSockJs(server, webSocket, "/topic/chat." + topic)) {
			assertThat(connections.count()).isEqualTo(3);
			String large = "👋".repeat(4_000);
			for (long seq = 1; seq <= MESSAGES; seq++) {
				ada.post(topic, large);
				assertThat(reader.takeSeqs(1)).containsExactly(seq);
			}
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> connections.count() == 2);
			stalled.awaitClose();
		}
		assertThat(server.bean(Shards.class).overflows()).isEqualTo(overflows + 1);
	}

}
