package chat.hubbub.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import chat.hubbub.HubbubApplication;
import chat.hubbub.fixture.AmqpReader;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RabbitMq;
import chat.hubbub.fixture.RawClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes on a RabbitMQ, which fails in several ways. */
class RabbitNodesIntegrationTests {

	private static final int TOPICS = 100;

	private static final RabbitMq rabbit = RabbitMq.start();

	private static final Nodes nodes = new Nodes();

	@RegisterExtension
	@Order(1)
	static final BrokerServer here = nodes.with(settings());

	@RegisterExtension
	@Order(2)
	static final BrokerServer there = nodes.with(settings());

	@TempDir
	private Path folder;

	private final String topic = here.newTopic();

	private final RawClient grace = here.connect(Carrier.TCP, "grace").subscribe("/topic/chat." + this.topic);

	private final RawClient joan = joinThere();

	@AfterAll
	static void end() {
		rabbit.close();
	}

	private static String[] settings() {
		return Stream.concat(Stream.of(rabbit.settings()), Stream.of("--hubbub.relay.enabled=true"))
			.toArray(String[]::new);
	}

	@Test
	void messagesOfBothAreInOneOrderOnBoth() {
		post(20);
		assertAll(1, 20);
	}

	@Test
	void aProgramOfAmqpReadsTheEventsOfBothInOneOrder() throws Exception {
		try (AmqpReader reader = new AmqpReader(rabbit, "hubbub.events", this.topic)) {
			post(20);
			assertThat(reader.takeEvents(20).stream().map((event) -> event.path("seq").asLong()).toList())
				.isEqualTo(numbers(1, 20));
		}
	}

	/** Those of the dashboard that a server without a cluster does not have. */
	@Test
	void aNodeTellsItsMetrics() {
		assertThat(here.bean(PrometheusMeterRegistry.class).scrape()).contains("hubbub_bus_lag_seconds",
				"hubbub_bus_queue", "hubbub_bus_dropped_total", "hubbub_repairs_total", "hubbub_relay_published_total",
				"hubbub_relay_omitted_total");
	}

	@Test
	void aNodeHoldsOneConnection() {
		Stream.of("a", "b", "c").forEach((name) -> there.connect(Carrier.TCP, name));
		post(2);
		assertAll(1, 2);
		assertThat(rabbit.connections()).isEqualTo(2);
	}

	@Test
	void localChatGoesOnWhileItIsFrozenAndTheOthersReadTheStore() {
		post(2);
		rabbit.freeze();
		try {
			post(10);
			assertAll(1, 12);
			Awaitility.await().until(() -> !here.bean(NodeBus.class).isUp());
			MeterRegistry meters = here.bean(MeterRegistry.class);
			assertThat(meters.get("hubbub.bus.lag").timeGauge().value(TimeUnit.MILLISECONDS)).isGreaterThan(600);
			assertThat(meters.get("hubbub.repairs").functionCounter().count()).isPositive();
			assertThat(here.bean(BusHealthIndicator.class).health().getStatus()).isEqualTo(new Status("DEGRADED"));
			post(10);
			assertAll(13, 22);
		}
		finally {
			rabbit.thaw();
		}
		awaitBus();
		post(10);
		assertAll(23, 32);
	}

	@Test
	void theBusIsBackAfterItWasKilled() {
		post(2);
		rabbit.kill();
		post(10);
		assertAll(1, 12);
		rabbit.begin();
		awaitBus();
		assertThat(here.bean(BusHealthIndicator.class).health().getStatus()).isEqualTo(Status.UP);
		post(10);
		assertAll(13, 22);
	}

	@Test
	void aMemoryAlarmIsNoticedAndDoesNoHarm() {
		rabbit.control("set_vm_memory_high_watermark", "absolute", "1MiB");
		try {
			Awaitility.await().until(() -> here.bean(RabbitBus.class).blocked() != null);
			post(10);
			assertAll(1, 10);
		}
		finally {
			rabbit.control("set_vm_memory_high_watermark", "0.4");
		}
		awaitBus();
		post(2);
		assertAll(11, 12);
	}

	@Test
	void aNodeWithWrongSettingsSaysWhatToDo() {
		assertThat(refusal("--spring.rabbitmq.port=1")).isEqualTo("RabbitMQ at localhost:1 cannot be reached: start"
				+ " RabbitMQ, correct spring.rabbitmq.host and spring.rabbitmq.port, or set hubbub.cluster.bus=none.");
		assertThat(refusal("--spring.rabbitmq.password=wrong"))
			.endsWith(" refuses the user: correct spring.rabbitmq.username and spring.rabbitmq.password.");
		assertThat(refusal("--spring.rabbitmq.virtual-host=/nowhere"))
			.contains(" has no virtual host /nowhere for the user: correct spring.rabbitmq.virtual-host,");
		rabbit.control("add_user", "eve", "secret");
		rabbit.control("set_permissions", "eve", "^$", "^$", "^$");
		assertThat(refusal("--spring.rabbitmq.username=eve", "--spring.rabbitmq.password=secret"))
			.contains(" does not allow the user to declare exchanges and queues: give it the rights");
		here.bean(RabbitAdmin.class).declareExchange(new TopicExchange("eve.nodes", false, false));
		assertThat(refusal("--hubbub.cluster.name=eve"))
			.endsWith(" has an exchange of this name that is not Hubbub's: set hubbub.cluster.name to another name,"
					+ " or delete the exchange.");
	}

	/** The sentence with which a start is refused, before the node does any harm. */
	private String refusal(String... wrong) {
		String[] others = Stream.of(rabbit.settings())
			.filter((setting) -> Stream.of(wrong).noneMatch((each) -> name(each).equals(name(setting))))
			.toArray(String[]::new);
		String[] settings = Stream
			.of(nodes.settings(others), wrong,
					new String[] { "--server.port=0", "--hubbub.stomp.port=0", "--hubbub.data=" + this.folder })
			.flatMap(Stream::of)
			.toArray(String[]::new);
		try {
			SpringApplication.run(HubbubApplication.class, settings).close();
			return "";
		}
		catch (RuntimeException ex) {
			Throwable cause = NestedExceptionUtils.getMostSpecificCause(ex);
			Throwable at = ex;
			while (at != cause && !(at instanceof ClusterUnusable)) {
				at = at.getCause();
			}
			return String.valueOf(at.getMessage());
		}
	}

	private static String name(String setting) {
		return setting.substring(0, setting.indexOf('='));
	}

	/** Each receipt counts; all of them must be in the store, and everywhere in order. */
	@Test
	void aHundredTopicsAtFullSpeedAreCompleteAndInOrder() {
		List<String> topics = IntStream.range(0, TOPICS).mapToObj((number) -> here.newTopic()).toList();
		List<RawClient> readers = Stream.of(here, there)
			.map((node) -> node.connect(Carrier.TCP, "reader" + node.port()))
			.toList();
		Awaitility.await().until(() -> there.api().get("/api/topics").list().size() > TOPICS);
		readers.forEach((reader) -> topics.forEach((each) -> reader.subscribe("/topic/chat." + each)));
		int each = 10;
		List<CompletableFuture<Void>> senders = IntStream.range(0, 8)
			.mapToObj((number) -> CompletableFuture.runAsync(() -> send(number, topics, each)))
			.toList();
		senders.forEach(CompletableFuture::join);
		for (RawClient reader : readers) {
			List<Frame> frames = reader.takeMessages(8 * each * TOPICS);
			topics.forEach((name) -> assertThat(frames.stream()
				.filter((frame) -> frame.header("destination").equals("/topic/chat." + name))
				.map((frame) -> Long.valueOf(frame.header("seq")))
				.toList()).isEqualTo(numbers(1, 8L * each)));
		}
	}

	private static void send(int number, List<String> topics, int count) {
		RawClient sender = ((number % 2 == 0) ? here : there).connect(Carrier.TCP, "sender" + number);
		for (int round = 0; round < count; round++) {
			for (String name : topics) {
				sender.send("SEND", "round " + round, "destination:/app/chat." + name, "content-type:text/plain",
						"receipt:" + name + "-" + round);
			}
		}
		IntStream.range(0, count * topics.size()).forEach((receipt) -> sender.take("RECEIPT"));
	}

	private RawClient joinThere() {
		RawClient client = there.connect(Carrier.TCP, "joan");
		// The new topic comes over the bus.
		Awaitility.await().until(() -> there.api().get("/api/topics/" + this.topic + "/messages").status() == 200);
		return client.subscribe("/topic/chat." + this.topic);
	}

	private void awaitBus() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> here.bean(NodeBus.class).isUp() && there.bean(NodeBus.class).isUp());
	}

	private void post(int count) {
		IntStream.range(0, count / 2).forEach((number) -> {
			this.grace.post(this.topic, "from here " + number);
			this.joan.post(this.topic, "from there " + number);
		});
	}

	private void assertAll(long from, long to) {
		int count = (int) (to - from + 1);
		assertThat(this.grace.takeSeqs(count)).isEqualTo(numbers(from, to));
		assertThat(this.joan.takeSeqs(count)).isEqualTo(numbers(from, to));
	}

	private static List<Long> numbers(long from, long to) {
		return LongStream.rangeClosed(from, to).boxed().toList();
	}

}
