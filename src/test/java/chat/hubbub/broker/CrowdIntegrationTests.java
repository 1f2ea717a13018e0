package chat.hubbub.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.QuietClient;
import chat.hubbub.fixture.RawClient;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A thousand clients that do the same at once. */
class CrowdIntegrationTests {

	private static final int CROWD = 1000;

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--hubbub.connection.heart-beat=2s",
			"--hubbub.connection.drain=2s");

	private final List<QuietClient> crowd = new ArrayList<>();

	@AfterEach
	void leave() {
		this.crowd.forEach(QuietClient::close);
	}

	/**
	 * Their sockets stay open, and nothing comes any more nor is read: no FIN, no RST.
	 */
	@ParameterizedTest
	@EnumSource(value = Carrier.class, names = { "TCP", "WEB_SOCKET_BINARY" })
	void isClosedAndForgottenWhenItVanishesWithoutAWord(Carrier carrier) {
		String topic = server.newTopic();
		RawClient linus = server.connect(carrier, "linus", "heart-beat:0,0").subscribe("/topic/chat." + topic);
		for (int number = 0; number < CROWD; number++) {
			this.crowd.add(QuietClient.connect(server, carrier, "ada" + number, "heart-beat:2000,0")
				.subscribe("/topic/chat." + topic));
		}
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
			assertThat(number("hubbub.connections")).isEqualTo(1);
			assertThat(number("hubbub.subscriptions")).isEqualTo(1);
		});
		double deliveries = number("hubbub.deliveries");
		linus.post(topic, "Anybody?");
		assertThat(linus.takeSeqs(1)).containsExactly(1L);
		Awaitility.await().until(() -> number("hubbub.deliveries") > deliveries);
		assertThat(number("hubbub.deliveries")).isEqualTo(deliveries + 1);
		this.crowd.forEach((client) -> assertThat(client.takeTheRest()).extracting((frame) -> frame.header("code"))
			.containsExactly("heart-beat.missing"));
		linus.close();
		Awaitility.await().until(() -> number("hubbub.connections") == 0);
	}

	@Test
	void missesAndRepeatsNothingWhenItResumesWhileMessagesPourIn() {
		String topic = server.newTopic();
		post(topic, 400);
		for (int number = 0; number < CROWD; number++) {
			Carrier carrier = (number % 2 == 0) ? Carrier.TCP : Carrier.WEB_SOCKET_BINARY;
			this.crowd.add(QuietClient.connect(server, carrier, "ada" + number));
		}
		CompletableFuture<Void> pouring = CompletableFuture.runAsync(() -> post(topic, 200));
		for (int number = 0; number < CROWD; number++) {
			this.crowd.get(number)
				.send("SUBSCRIBE\nid:1\ndestination:/topic/chat." + topic + "\nsince:" + since(number) + "\n\n\0");
		}
		pouring.join();
		for (int number = 0; number < CROWD; number++) {
			long since = since(number);
			assertThat(this.crowd.get(number).takeSeqs((int) (600 - since))).as("client %d", number)
				.isEqualTo(LongStream.rangeClosed(since + 1, 600).boxed().toList());
		}
	}

	/** Every fourth was away for longer than memory reaches back. */
	private static long since(int number) {
		return (number % 4 == 0) ? number / 20 : 390;
	}

	private static void post(String topic, int messages) {
		RawClient grace = server.connect(Carrier.TCP, "grace", "heart-beat:0,0");
		for (int number = 1; number < messages; number++) {
			grace.send("SEND", "tea", "destination:/app/chat." + topic, "content-type:text/plain");
		}
		grace.post(topic, "tea");
	}

	/** The sum over all transports. */
	private static double number(String name) {
		return server.bean(MeterRegistry.class)
			.get(name)
			.meters()
			.stream()
			.mapToDouble((meter) -> meter.measure().iterator().next().getValue())
			.sum();
	}

}
