package chat.hubbub.relay;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import chat.hubbub.fixture.AmqpReader;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RabbitMq;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.message.EventLog;
import chat.hubbub.message.LogEntry;
import chat.hubbub.topic.TopicName;
import com.rabbitmq.client.Delivery;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A plain program of AMQP reads along, whatever happens to RabbitMQ meanwhile. */
class RelayIntegrationTests {

	private static final String EXCHANGE = "hubbub.events";

	private static final String SECRET = "what-must-not-be-read-again";

	private static final RabbitMq rabbit = RabbitMq.start("-rabbit max_message_size 1000");

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(settings());

	private AmqpReader reader;

	private RawClient linus;

	@BeforeEach
	void open() throws Exception {
		// It publishes what comes after its first look.
		JdbcClient jdbc = server.bean(JdbcClient.class);
		Awaitility.await()
			.until(() -> !jdbc.sql("select seq from follower_cursor where follower = 'relay'")
				.query(Long.class)
				.list()
				.isEmpty());
		this.reader = new AmqpReader(rabbit, EXCHANGE, "#");
		this.linus = Members.connect(server, Carrier.TCP, "linus");
	}

	@AfterEach
	void close() {
		this.reader.close();
	}

	@AfterAll
	static void end() {
		rabbit.close();
	}

	private static String[] settings() {
		return new String[] { "--hubbub.relay.enabled=true", "--hubbub.relay.topics=council,named",
				"--spring.rabbitmq.port=" + rabbit.port(), Members.SETTINGS[0], Members.SETTINGS[1] };
	}

	@Test
	void publishesEachEventInOrderAndAsSubscribersGetIt() {
		String topic = server.newTopic();
		this.linus.subscribe("/topic/chat." + topic);
		IntStream.range(0, 20).forEach((number) -> this.linus.post(topic, "Hello " + number));
		this.linus.done("SEND", "{\"target\":20,\"text\":\"Good bye\"}", "destination:/app/edit." + topic);
		this.linus.done("SEND", "{\"target\":20,\"emoji\":\"👍\",\"on\":true}", "destination:/app/react." + topic);
		this.linus.done("SEND", "{\"target\":1}", "destination:/app/delete." + topic);
		List<Frame> frames = this.linus.takeMessages(23);
		List<JsonNode> events = this.reader.takeEvents(23);
		assertThat(seqs(events)).isEqualTo(LongStream.rangeClosed(1, 23).boxed().toList());
		// An event that is read a moment later has the present text of its message.
		List.of(2, 10, 20, 22).forEach((at) -> assertThat(events.get(at)).isEqualTo(frames.get(at).json()));
	}

	@Test
	void tellsPersistentMessagesApartByTheirProperties() throws Exception {
		String topic = server.newTopic();
		try (AmqpReader chosen = new AmqpReader(rabbit, EXCHANGE, topic)) {
			this.linus.post("lobby", "Elsewhere");
			this.linus.post(topic, "Hello");
			Delivery delivery = chosen.take();
			assertThat(delivery.getEnvelope().getRoutingKey()).isEqualTo(topic);
			assertThat(delivery.getProperties().getDeliveryMode()).isEqualTo(2);
			assertThat(delivery.getProperties().getContentType()).isEqualTo("application/json");
			assertThat(delivery.getProperties().getType()).isEqualTo("posted");
			assertThat(delivery.getProperties().getMessageId()).isEqualTo("chat." + topic + "-1");
			assertThat(delivery.getProperties().getHeaders()).containsEntry("seq", 1L).containsKey("epoch");
		}
	}

	@Test
	void publishesNothingThatOnlySomeMayReadUnlessTheSettingsNameIt() {
		Api ada = Members.browser(server, "ada");
		ada.post("/api/topics", "{\"name\":\"hidden\",\"access\":\"private\"}");
		ada.post("/api/topics", "{\"name\":\"members-only\",\"access\":\"members\"}");
		ada.post("/api/topics", "{\"name\":\"council\",\"access\":\"private\"}");
		ada.post("/api/topics", "{\"name\":\"closing\"}");
		String direct = ada.post("/api/conversations", "{\"people\":[\"linus\"]}").json().path("name").asString();
		RawClient client = Members.connect(server, Carrier.TCP, "ada");
		client.post("closing", "Still open");
		assertThat(this.reader.takeEvent().path("text").asString()).isEqualTo("Still open");
		assertThat(ada.patch("/api/topics/closing", "{\"access\":\"private\"}").status()).isEqualTo(200);
		List.of("hidden", "members-only", "closing", direct).forEach((topic) -> client.post(topic, SECRET));
		client.post("council", "For all");
		client.post("lobby", "The end");
		assertThat(this.reader.takeEvents(2).stream().map((event) -> event.path("text").asString()))
			.containsExactlyInAnyOrder("For all", "The end");
	}

	/** Also if it becomes known only while the step waits for RabbitMQ. */
	@Test
	void publishesNoTextThatIsErasedWhileItConnects() throws Exception {
		String topic = server.newTopic();
		this.linus.post(topic, SECRET);
		this.reader.takeEvent();
		CachingConnectionFactory slow = new CachingConnectionFactory("localhost", rabbit.port());
		slow.addConnectionListener(
				(connection) -> this.linus.done("SEND", "{\"target\":1}", "destination:/app/delete." + topic));
		EventLog log = server.bean(EventLog.class);
		List<LogEntry> entries = log.after(new TopicName(topic), 0, 10);
		try (AmqpReader late = new AmqpReader(rabbit, "late.events", "#")) {
			new Relay(new EventExchange(slow, "late.events"), log,
					new PublicTopics(server.bean(JdbcClient.class), Set.of()), () -> "", server.bean(JsonMapper.class))
				.follow(entries);
			JsonNode event = late.takeEvent();
			assertThat(event.path("text").asString()).isEmpty();
			assertThat(event.path("deleted").asBoolean()).isTrue();
		}
		finally {
			slow.destroy();
		}
	}

	@Test
	void chatGoesOnWithoutRabbitMqAndTheRestFollows() throws Exception {
		String topic = server.newTopic();
		this.linus.subscribe("/topic/chat." + topic);
		post(topic, 5);
		assertThat(seqs(this.reader.takeEvents(5))).containsExactly(1L, 2L, 3L, 4L, 5L);
		rabbit.kill();
		post(topic, 5);
		assertThat(this.linus.takeSeqs(10)).hasSize(10);
		Awaitility.await().until(() -> health().contains("RabbitMQ takes no events: java.net.ConnectException"));
		server.restart();
		this.linus = Members.connect(server, Carrier.TCP, "linus");
		post(topic, 4);
		this.linus.post(topic, SECRET);
		this.linus.done("SEND", "{\"target\":15}", "destination:/app/delete." + topic);
		rabbit.begin();
		this.reader.comeBack();
		List<JsonNode> events = this.reader.takeEvents(11);
		assertThat(seqs(events)).isEqualTo(LongStream.rangeClosed(6, 16).boxed().toList());
		assertThat(events.toString()).doesNotContain(SECRET);
		Awaitility.await().until(() -> health().isEmpty());
	}

	@Test
	void anEventThatIsTooLargeLeavesItsNumber() {
		String topic = server.newTopic();
		post(topic, 3);
		this.linus.post(topic, "x".repeat(2000));
		post(topic, 3);
		List<JsonNode> events = this.reader.takeEvents(7);
		assertThat(events.get(3).toString()).isEqualTo("{\"type\":\"omitted\",\"topic\":\"" + topic + "\",\"seq\":4}");
		assertThat(events.get(6).path("text").asString()).isEqualTo("Message 2");
	}

	@Test
	void saysWhichRightItLacksAndGoesOnWhenItHasIt() throws Exception {
		String topic = server.newTopic();
		this.reader.deleteExchange();
		rabbit.control("set_permissions", "guest", "^$", ".*", ".*");
		this.linus.post(topic, "Hello");
		Awaitility.await()
			.until(() -> health().contains("RabbitMQ does not let the user publish to the exchange hubbub.events:"
					+ " give it the rights to configure and to write it"));
		rabbit.control("set_permissions", "guest", ".*", ".*", ".*");
		try (AmqpReader again = new AmqpReader(rabbit, EXCHANGE, "#")) {
			assertThat(again.takeEvent().path("text").asString()).isEqualTo("Hello");
		}
	}

	/** The reason for which followers do not follow, as admins see it. */
	private static String health() {
		JsonNode parts = Members.browser(server, "olga").get("/actuator/health").json().path("components");
		assertThat(parts.path("messageLog").path("status").asString()).isEqualTo("UP");
		return parts.path("followers").path("details").path("relay").asString("");
	}

	private void post(String topic, int count) {
		IntStream.range(0, count).forEach((number) -> this.linus.post(topic, "Message " + number));
	}

	private static List<Long> seqs(List<JsonNode> events) {
		return events.stream().map((event) -> event.path("seq").asLong()).toList();
	}

}
