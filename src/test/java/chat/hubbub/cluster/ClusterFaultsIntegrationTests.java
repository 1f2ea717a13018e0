package chat.hubbub.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import chat.hubbub.fixture.Faults;
import chat.hubbub.fixture.RawClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes in processes of their own, under faults of RabbitMQ and PostgreSQL. People
 * talk on both meanwhile; at the end every receipt is checked.
 */
class ClusterFaultsIntegrationTests {

	/** The messages of each person that a fault lasts for. */
	private static final int MESSAGES = 100;

	@TempDir
	private static Path folder;

	private static ProcessCluster cluster;

	private static List<List<String>> people;

	private final TestReporter reporter;

	private Talk talk;

	ClusterFaultsIntegrationTests(TestReporter reporter) {
		this.reporter = reporter;
	}

	@BeforeAll
	static void start() {
		cluster = new ProcessCluster(folder);
		people = List.of(cluster.olga().signUp("ada"), cluster.olga().signUp("linus"));
	}

	@AfterAll
	static void end() {
		cluster.close();
	}

	@BeforeEach
	void talk() {
		cluster.awaitBus();
		this.talk = new Talk(cluster, List.of(cluster.olga().newTopic()), people);
		this.talk.goOn(MESSAGES);
		this.talk.delays();
	}

	@Test
	void rabbitMqIsStopped() {
		withoutBus(Duration.ofSeconds(20), cluster.rabbit()::stop, cluster.rabbit()::begin);
	}

	@Test
	void rabbitMqIsKilled() {
		withoutBus(Duration.ofSeconds(20), cluster.rabbit()::kill, cluster.rabbit()::begin);
	}

	@Test
	void rabbitMqIsFrozen() {
		withoutBus(Duration.ofSeconds(40), cluster.rabbit()::freeze, cluster.rabbit()::thaw);
	}

	@Test
	void rabbitMqHasTooLittleMemory() {
		withoutBus(Duration.ofSeconds(20),
				() -> cluster.rabbit().control("set_vm_memory_high_watermark", "absolute", "1MiB"),
				() -> cluster.rabbit().control("set_vm_memory_high_watermark", "0.4"));
	}

	@Test
	void theConnectionsToRabbitMqAreCut() {
		withoutBus(Duration.ofSeconds(20), () -> cluster.nodes().forEach((node) -> node.line().cut()),
				() -> cluster.nodes().forEach((node) -> node.line().mend()));
	}

	@Test
	void postgreSqlIsStopped() {
		cluster.store().stop();
		long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		try {
			until(() -> this.talk.areAllRefused() && isOver(end));
		}
		finally {
			cluster.store().start();
		}
		goOnAndEnd();
		// The connections of guests whose names cannot be renewed end.
		assertThat(this.talk.codes()).isSubsetOf("store.unavailable", "session.ended");
		until(() -> cluster.isStore("UP"));
	}

	@Test
	void aNodeWithoutRabbitMqLearnsOfRightsBansAndDeletions() {
		String topic = cluster.olga().newTopic(people, cluster.second());
		List<String> kurt = cluster.olga().signUp("kurt");
		RawClient ada = cluster.second().connect(people.get(0)).subscribe("/topic/chat." + topic);
		RawClient linus = cluster.second().connect(people.get(1)).subscribe("/topic/chat." + topic);
		RawClient banned = cluster.second().connect(kurt);
		RawClient here = cluster.first().connect(people.get(0));
		cluster.second().line().hold();
		until(() -> !cluster.isBusUp(cluster.second()));
		here.post(topic, "a secret");
		cluster.olga().deleteMessage(topic, 1);
		assertThat(ada.takeSeqs(2)).isEqualTo(List.of(1L, 2L));
		assertThat(linus.takeSeqs(2)).isEqualTo(List.of(1L, 2L));
		assertThat(cluster.second().get("/api/topics/" + topic + "/messages", cluster.olga().token()).body())
			.doesNotContain("a secret");
		cluster.olga().removeMember(topic, "linus");
		here.post(topic, "without Linus");
		assertThat(ada.takeSeqs(1)).isEqualTo(List.of(3L));
		assertThat(linus.takeAny("MESSAGE", "ERROR").body()).doesNotContain("without Linus");
		cluster.olga().ban("kurt");
		assertThat(banned.take("ERROR").header("code")).isEqualTo("banned");
		assertThat(cluster.isBusUp(cluster.first())).isTrue();
		cluster.second().line().mend();
		cluster.awaitBus();
		goOnAndEnd();
	}

	/** A ban of a minute holds where it is a minute later. */
	@Test
	void theClocksOfNodesAreAMinuteApart() {
		ProcessCluster.assumeClocksDiffer();
		assertThat(cluster.ahead()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(90));
		List<String> eve = cluster.olga().signUp("eve");
		cluster.second().connect(eve).close();
		cluster.olga().ban("eve");
		until(() -> RawClient.open(cluster.second().stompPort(), eve)
			.takeAny("CONNECTED", "ERROR")
			.header("code")
			.equals("banned"));
		String topic = cluster.olga().newTopic();
		cluster.second().awaitTopic(topic);
		RawClient here = cluster.first().connect(people.get(0));
		RawClient there = cluster.second().connect(people.get(1));
		IntStream.range(0, 10).forEach((number) -> ((number % 2 == 0) ? here : there).post(topic, "tick"));
		assertThat(cluster.first().api().history(topic)).extracting((message) -> message.path("sentAt").asString())
			.isSorted();
		goOnAndEnd();
	}

	@Test
	void anotherClusterOnTheSameRabbitMqIsApart() {
		RawClient joan = cluster.first().connect(List.of("login:joan")).subscribe("/topic/presence");
		try (ClusterNode other = cluster.stranger()) {
			RawClient stranger = other.connect(List.of("login:stranger"))
				.subscribe("/topic/presence")
				.subscribe("/topic/chat");
			until(() -> stranger.has((frame) -> frame.body().contains("\"stranger\"")));
			assertThat(cluster.rabbit().control("list_exchanges", "name")).contains("hubbub.nodes", "other.nodes");
			RawClient neighbour = cluster.second().connect(List.of("login:neighbour")).subscribe("/topic/chat");
			until(() -> joan.has((frame) -> {
				assertThat(frame.body()).doesNotContain("stranger");
				return frame.body().contains("\"neighbour\"");
			}));
			neighbour.close();
		}
		joan.close();
		goOnAndEnd();
	}

	/** Local chat and receipts go on, and the messages of the other node come. */
	private void withoutBus(Duration time, Runnable fault, Runnable cure) {
		long end = System.nanoTime() + time.toNanos();
		fault.run();
		try {
			until(() -> cluster.nodes().stream().noneMatch(cluster::isBusUp));
			this.talk.delays();
			this.talk.goOn(MESSAGES);
			until(() -> isOver(end));
			this.reporter.publishEntry("messages of the other node, without RabbitMQ", this.talk.delays());
		}
		finally {
			cure.run();
		}
		cluster.awaitBus();
		goOnAndEnd();
		assertThat(this.talk.codes()).isEmpty();
	}

	private void goOnAndEnd() {
		this.talk.delays();
		this.talk.goOn(MESSAGES);
		this.reporter.publishEntry("messages of the other node, afterwards", this.talk.delays());
		this.talk.end();
	}

	/** In the short form a fault ends when its effects have been seen. */
	private static boolean isOver(long end) {
		return !Faults.LONG || System.nanoTime() - end >= 0;
	}

	private static void until(Callable<Boolean> done) {
		Awaitility.await().atMost(Duration.ofMinutes(2)).until(done);
	}

}
