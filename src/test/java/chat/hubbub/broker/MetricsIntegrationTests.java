package chat.hubbub.broker;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.RawClient;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer();

	@Test
	void countWhatGoesOn() {
		String topic = server.newTopic();
		RawClient grace = server.connect(Carrier.TCP, "grace").subscribe("/topic/chat." + topic);
		RawClient linus = server.connect(Carrier.TCP, "linus").subscribe("/topic/chat." + topic);
		assertThat(number("hubbub.connections")).isEqualTo(2);
		assertThat(number("hubbub.subscriptions")).isEqualTo(2);
		double posted = number("hubbub.messages.posted");
		double delivered = number("hubbub.deliveries");
		grace.post(topic, "Hello");
		linus.takeSeqs(1);
		grace.takeSeqs(1);
		assertThat(number("hubbub.messages.posted")).isEqualTo(posted + 1);
		Awaitility.await().untilAsserted(() -> assertThat(number("hubbub.deliveries")).isEqualTo(delivered + 2));
		assertThat(number("hubbub.log.group")).isPositive();
		assertThat(number("hubbub.log.queue")).isZero();
		assertThat(number("hubbub.outbox.overflows")).isZero();
		assertThat(number("hubbub.subscriptions.behind")).isZero();
		assertThat(number("hubbub.messages.slowed")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/metrics/hubbub.connections" })
	void arePublic(String path) {
		assertThat(new Api(server.port()).get(path).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/configprops",
			"/actuator/shutdown" })
	void tellNothingElse(String path) {
		assertThat(new Api(server.port()).get(path).status()).isEqualTo(404);
	}

	private static double number(String name) {
		return server.bean(MeterRegistry.class).get(name).meter().measure().iterator().next().getValue();
	}

}
