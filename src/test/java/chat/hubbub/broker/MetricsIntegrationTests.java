package chat.hubbub.broker;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.Role;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.message.Follower;
import chat.hubbub.message.LogEntry;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = BrokerServer.changed(null, MetricsIntegrationTests::addFollower);

	private static final AtomicBoolean broken = new AtomicBoolean();

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
		Awaitility.await().untilAsserted(() -> assertThat(number("hubbub.messages.posted")).isEqualTo(posted + 1));
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

	@Test
	void countConnectionsByTransport() {
		RawClient grace = server.connect(Carrier.TCP, "grace");
		RawClient linus = server.connect(Carrier.WEB_SOCKET_TEXT, "linus");
		assertThat(connections("tcp")).isEqualTo(1);
		assertThat(connections("websocket")).isEqualTo(1);
		assertThat(connections("sockjs")).isZero();
		assertThat(connections("plain")).isZero();
		assertThat(grace).isNotSameAs(linus);
	}

	private static double connections(String transport) {
		return server.bean(MeterRegistry.class).get("hubbub.connections").tag("transport", transport).gauge().value();
	}

	@Test
	void measureDeliveriesCommitsAndWhatWaits() {
		String topic = server.newTopic();
		RawClient grace = server.connect(Carrier.TCP, "grace").subscribe("/topic/chat." + topic);
		MeterRegistry meters = server.bean(MeterRegistry.class);
		long delivered = meters.get("hubbub.delivery").timer().count();
		long committed = meters.get("hubbub.log.commit").timer().count();
		grace.post(topic, "Hello");
		grace.takeSeqs(1);
		Awaitility.await().until(() -> meters.get("hubbub.delivery").timer().count() > delivered);
		assertThat(meters.get("hubbub.log.commit").timer().count()).isEqualTo(committed + 1);
		Awaitility.await().untilAsserted(() -> assertThat(number("hubbub.outbox")).isZero());
	}

	/** Each refusal counts once, whichever way it takes. */
	@Test
	void countRefusalsByTheirCode() {
		double malformed = refusals("body.malformed");
		RawClient grace = server.connect(Carrier.TCP, "grace").subscribe("/user/queue/errors");
		grace.request("SEND", "{", "destination:/app/chat");
		server.connect(Carrier.TCP, "linus").request("SEND", "{", "destination:/app/chat");
		assertThat(refusals("body.malformed")).isEqualTo(malformed + 2);
		double unknown = refusals("address.unknown");
		assertThat(new Api(server.port()).get("/api/nothing").status()).isEqualTo(404);
		assertThat(refusals("address.unknown")).isEqualTo(unknown + 1);
	}

	private static double refusals(String code) {
		FunctionCounter counter = server.bean(MeterRegistry.class)
			.find("hubbub.refusals")
			.tag("code", code)
			.functionCounter();
		return (counter != null) ? counter.count() : 0;
	}

	/** All metrics at once are for a Prometheus with the token of an admin. */
	@Test
	void tellAdminsAloneAllMetricsAtOnce() {
		Api stranger = server.api();
		assertThat(stranger.get("/actuator/prometheus").status()).isEqualTo(401);
		Api grace = server.api();
		grace.signUp("grace", "correct horse");
		String token = grace.token("prometheus");
		String[] bearer = { "Authorization", "Bearer " + token };
		assertThat(stranger.get("/actuator/prometheus", bearer).status()).isEqualTo(403);
		Accounts accounts = server.bean(Accounts.class);
		accounts.changeRole(accounts.find(new Username("grace")).orElseThrow().id(), Role.ADMIN);
		assertThat(stranger.get("/actuator/prometheus", bearer).body()).contains("hubbub_deliveries_total");
	}

	@Test
	void tellAdminsOfEachPartThatMayBeDown() {
		Api ada = server.api();
		ada.signUp("ada", "correct horse");
		assertThat(ada.get("/actuator/health").json().has("components")).isFalse();
		Accounts accounts = server.bean(Accounts.class);
		accounts.changeRole(accounts.find(new Username("ada")).orElseThrow().id(), Role.ADMIN);
		JsonNode health = ada.get("/actuator/health").json();
		for (String part : List.of("messageLog", "followers", "shards")) {
			assertThat(health.path("components").path(part).path("status").asString()).isEqualTo("UP");
		}
	}

	/** Any bean of the type is a follower. It does not hold up others if it throws. */
	@Test
	void tellOfAFollowerThatThrows() {
		String topic = server.newTopic();
		double posted = number("hubbub.messages.posted");
		broken.set(true);
		server.connect(Carrier.TCP, "grace").post(topic, "Hello");
		awaitHealth("DEGRADED");
		assertThat(server.api().get("/actuator/health").status()).isEqualTo(200);
		Awaitility.await().untilAsserted(() -> assertThat(number("hubbub.messages.posted")).isEqualTo(posted + 1));
		broken.set(false);
		awaitHealth("UP");
	}

	private static void awaitHealth(String status) {
		Awaitility.await()
			.atMost(Inbox.PATIENCE)
			.until(() -> server.api().get("/actuator/health").json().path("status").asString().equals(status));
	}

	private static void addFollower(SpringApplication application) {
		application.addInitializers(
				(context) -> ((GenericApplicationContext) context).registerBean("moody", Follower.class, Moody::new));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/configprops",
			"/actuator/shutdown" })
	void tellNothingElse(String path) {
		assertThat(new Api(server.port()).get(path).status()).isEqualTo(404);
	}

	private static double number(String name) {
		return server.bean(MeterRegistry.class)
			.get(name)
			.meters()
			.stream()
			.mapToDouble((meter) -> meter.measure().iterator().next().getValue())
			.sum();
	}

	/** A follower that may be out of order. */
	private static final class Moody implements Follower {

		@Override
		public String name() {
			return "moody";
		}

		@Override
		public Step follow(List<LogEntry> entries) {
			if (broken.get()) {
				throw new IllegalStateException("on purpose");
			}
			return Step.NO_ROWS;
		}

	}

}
