package chat.hubbub.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import chat.hubbub.fixture.AmqpReader;
import chat.hubbub.fixture.Faults;
import chat.hubbub.fixture.HeapDump;
import chat.hubbub.fixture.HubbubProcess;
import chat.hubbub.fixture.NewerJar;
import chat.hubbub.fixture.RawClient;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Nodes in processes of their own that are killed, frozen and upgraded. */
class NodeProcessesIntegrationTests {

	/** Its effects are outside of the store. */
	private static final String RELAY = "relay";

	/**
	 * The time for which a node is frozen. In the short form, it only has to ask whether
	 * it still has its leases, and more time passes for the database.
	 */
	private static final Duration FROST = Duration.ofSeconds(Faults.LONG ? 40 : 11);

	@TempDir
	private static Path folder;

	private static ProcessCluster cluster;

	private static List<List<String>> people;

	private final Visitors visitors = new Visitors(cluster);

	@BeforeAll
	static void start() {
		cluster = new ProcessCluster(folder, "--hubbub.relay.enabled=true");
		people = Stream.of("ada", "linus", "mary", "alan").map(cluster.olga()::signUp).toList();
	}

	@AfterAll
	static void end() {
		cluster.close();
	}

	@AfterEach
	void leave() {
		this.visitors.close();
	}

	/** Its people and followers go to the other node; within 30 s it is forgotten. */
	@Test
	void aKilledNodeLosesNothingWithAReceiptAndItsClientsGoOnAtAnother() throws Exception {
		String topic = cluster.olga().newTopic();
		ClusterNode killed = cluster.holder(RELAY);
		ClusterNode other = cluster.other(killed);
		try (AmqpReader relayed = new AmqpReader(cluster.rabbit(), "hubbub.events", topic)) {
			Talk talk = this.visitors.talk(List.of(topic), people.subList(0, 2));
			RawClient grace = this.visitors.guest(killed, "grace").subscribe("/topic/chat." + topic);
			RawClient joan = this.visitors.guest(other, "joan").subscribe("/topic/presence." + topic);
			until(() -> joan.has((frame) -> frame.body().contains("\"grace\"")));
			talk.goOn(100);
			talk.flee(other);
			killed.process().kill();
			talk.goOn(100);
			grace.close();
			CompletableFuture<Void> again = CompletableFuture.runAsync(killed::start);
			until(() -> joan.has((frame) -> frame.body().contains("gone") && frame.body().contains("\"grace\"")));
			this.visitors.named(other, "grace");
			again.join();
			talk.end();
			assertThat(cluster.records().miscounted()).isZero();
			int posted = cluster.first().api().history(topic).size();
			assertThat(relayed.takeEvents(posted)).extracting((event) -> event.path("seq").asLong())
				.isEqualTo(LongStream.rangeClosed(1, posted).boxed().toList());
		}
	}

	/** The other node has published the events that the frozen one would publish next. */
	@Test
	void aFrozenNodeLosesItsFollowersAndGuestsAndWritesNothingWhenItWakes() throws Exception {
		String topic = cluster.olga().newTopic();
		cluster.second().awaitTopic(topic);
		ClusterNode frozen = cluster.holder(RELAY);
		ClusterNode other = cluster.other(frozen);
		RawClient rosa = this.visitors.guest(frozen, "rosa");
		RawClient ada = this.visitors.connect(other, people.get(0));
		try (AmqpReader relayed = new AmqpReader(cluster.rabbit(), "hubbub.events", topic)) {
			ada.post(topic, "before");
			assertThat(relayed.takeSeqs(1)).containsExactly(1L);
			cluster.records().awaitFollowed(RELAY);
			Talk talk = this.visitors.talk(List.of(cluster.olga().newTopic()), people.subList(2, 4));
			talk.goOn(100);
			long end = System.nanoTime() + FROST.toNanos();
			frozen.process().freeze();
			try {
				if (!Faults.LONG) {
					cluster.records().letTimePass("rosa");
				}
				this.visitors.named(other, "rosa");
				until(() -> cluster.holder(RELAY) == other);
				ada.post(topic, "meanwhile");
				assertThat(relayed.takeSeqs(1)).containsExactly(2L);
				until(() -> System.nanoTime() - end > 0);
			}
			finally {
				frozen.process().thaw();
			}
			assertThat(rosa.take("ERROR").header("code")).isEqualTo("session.ended");
			// Its writer may first refuse what it held for too long.
			talk.goOn(100);
			RawClient linus = this.visitors.connect(frozen, people.get(1));
			IntStream.range(0, 10).forEach((number) -> linus.post(topic, "after"));
			assertThat(relayed.takeSeqs(10)).isEqualTo(LongStream.rangeClosed(3, 12).boxed().toList());
			talk.end();
		}
		assertThat(cluster.records().miscounted()).isZero();
	}

	@Test
	void ofTwoGuestsWhoWantOneNameOnTwoNodesOneGetsIt() {
		List<String> names = IntStream.range(0, 20).mapToObj((number) -> "wanted" + number).toList();
		for (String name : names) {
			List<CompletableFuture<RawClient>> both = cluster.nodes()
				.stream()
				.map((node) -> CompletableFuture.supplyAsync(() -> this.visitors.guest(node, name)))
				.toList();
			assertThat(both.stream().map((each) -> each.join().connected().header("user-name"))).containsOnlyOnce(name);
			both.forEach((each) -> each.join().close());
		}
	}

	@Test
	void twoNodesPostToOneTopicAndToAHundredAtFullSpeed() {
		Talk one = this.visitors.talk(List.of(cluster.olga().newTopic()), people);
		one.goOn(200);
		one.end();
		List<String> topics = IntStream.range(0, 100).mapToObj((number) -> cluster.olga().newTopic()).toList();
		Talk hundred = this.visitors.talk(topics, people);
		hundred.goOn(200);
		hundred.end();
	}

	/**
	 * Other texts go on, which use buffers again. The node that deletes does not follow,
	 * so its writer reads nothing else that is as long.
	 */
	@Test
	void aDeletedTextIsInNoNodesMemory() {
		String topic = cluster.olga().newTopic();
		cluster.second().awaitTopic(topic);
		String text = UUID.randomUUID().toString();
		List<RawClient> readers = cluster.nodes()
			.stream()
			.map((node) -> this.visitors.guest(node, "reader").subscribe("/topic/chat." + topic))
			.toList();
		this.visitors.connect(cluster.second(), people.get(0)).post(topic, text);
		readers.forEach((reader) -> assertThat(reader.take("MESSAGE").body()).contains(text));
		cluster.nodes().forEach((node) -> {
			assertThat(node.api().history(topic).toString()).contains(text);
			assertThat(HeapDump.contains(node.process().pid(), text)).isTrue();
		});
		cluster.olga().deleteMessage(topic, 1, cluster.other(cluster.holder("search")));
		readers.forEach((reader) -> reader.take("MESSAGE"));
		Talk talk = this.visitors.talk(List.of(cluster.olga().newTopic()), people.subList(0, 2));
		try {
			until(() -> {
				talk.goOn(50);
				cluster.nodes().forEach((node) -> node.api().history(topic));
				return cluster.nodes().stream().noneMatch((node) -> HeapDump.contains(node.process().pid(), text));
			});
		}
		catch (ConditionTimeoutException ex) {
			assertThat(cluster.nodes()).flatMap((node) -> HeapDump.holders(node.process().pid(), text)).isEmpty();
			throw ex;
		}
		talk.end();
	}

	/** One node at a time is stopped and started with a jar that adds to the tables. */
	@Test
	void aRollingUpgradeIsNoFaultForClientsThatReconnect() {
		Path newer = NewerJar.in(folder);
		this.visitors.talk(List.of(cluster.olga().newTopic()), people.subList(0, 2));
		for (ClusterNode node : cluster.nodes()) {
			this.visitors.talks().forEach((talk) -> talk.goOn(100));
			this.visitors.talks().forEach((talk) -> talk.flee(cluster.other(node)));
			node.upgrade(newer);
			this.visitors.talk(List.of(cluster.olga().newTopic()), people.subList(2, 4));
		}
		this.visitors.talks().forEach((talk) -> talk.goOn(100));
		this.visitors.talks().forEach(Talk::end);
		assertThat(this.visitors.talks()).flatExtracting(Talk::codes).containsOnly("server.stopping");
		assertThat(cluster.database().queryForObject("select count(*) from newer", Integer.class)).isEqualTo(1);
	}

	@Test
	void aNodeOfAnotherClusterWithTheSameNameDoesNotStart() throws Exception {
		try (HubbubProcess other = cluster.namesake()) {
			assertThat(other.awaitExit()).isEqualTo(1);
			assertThat(other.log()).contains("RabbitMQ at localhost:" + cluster.rabbit().port()
					+ " has another cluster of this name, with"
					+ " another database: give one of them another hubbub.cluster.name, or correct spring.datasource.url.")
				.doesNotContain("\tat ")
				.doesNotContain("Exception");
		}
		assertThat(cluster.nodes()).allMatch(cluster::isBusUp);
	}

	private static void until(Callable<Boolean> done) {
		Awaitility.await().atMost(Duration.ofMinutes(2)).until(done);
	}

}
