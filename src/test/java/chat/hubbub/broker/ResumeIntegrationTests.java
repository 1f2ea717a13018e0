package chat.hubbub.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Backup;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.StoredInAFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client receives first the missed events, then the new ones, each once and in order.
 */
class ResumeIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer();

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void beginsAfterWhatTheClientHas(Carrier carrier) {
		String topic = topicWith(5);
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic, "since:2");
		assertThat(grace.takeSeqs(3)).containsExactly(3L, 4L, 5L);
		post(topic, 1);
		assertThat(grace.takeSeqs(1)).containsExactly(6L);
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void beginsWithTheLast(Carrier carrier) {
		String topic = topicWith(5);
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic, "last:2");
		assertThat(grace.takeSeqs(2)).containsExactly(4L, 5L);
		RawClient linus = server.connect(carrier, "linus").subscribe("/topic/chat." + topic, "last:100");
		assertThat(linus.takeSeqs(5)).containsExactly(1L, 2L, 3L, 4L, 5L);
	}

	@Test
	void beginsWithTheLastThousandEventsAtTheMost() {
		String topic = topicWith(1100);
		List<Frame> frames = server.connect(Carrier.TCP, "grace")
			.subscribe("/topic/chat." + topic, "last:1001")
			.takeMessages(1000);
		assertThat(frames.get(0).header("seq")).isEqualTo("101");
		assertThat(frames.get(0).header("resume")).isEqualTo("too-old");
		assertThat(frames.get(1).header("resume")).isEmpty();
		List<Frame> all = server.connect(Carrier.TCP, "linus")
			.subscribe("/topic/chat." + topic, "last:1000")
			.takeMessages(1000);
		assertThat(all.get(0).header("resume")).isEmpty();
		assertThat(all.get(999).header("seq")).isEqualTo("1100");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void readsFromTheStoreWhatMemoryHasLetGo(Carrier carrier) {
		String topic = topicWith(700);
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic, "since:10");
		assertThat(grace.takeSeqs(690)).isEqualTo(range(11, 700));
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void missesAndRepeatsNothingWhileMessagesPourIn(Carrier carrier) {
		String topic = topicWith(500);
		CompletableFuture<Void> pouring = CompletableFuture.runAsync(() -> post(topic, 1500));
		List<RawClient> clients = new ArrayList<>();
		for (int since = 0; since < 500; since += 50) {
			clients.add(server.connect(carrier, "grace").subscribe("/topic/chat." + topic, "since:" + since));
		}
		pouring.join();
		for (int client = 0; client < clients.size(); client++) {
			assertThat(clients.get(client).takeSeqs(2000 - 50 * client)).isEqualTo(range(50L * client + 1, 2000));
		}
	}

	@Test
	void serves300ClientsThatComeBackAtOnce() {
		String topic = topicWith(400);
		CompletableFuture<Void> pouring = CompletableFuture.runAsync(() -> post(topic, 100));
		List<RawClient> clients = IntStream.range(0, 300)
			.mapToObj((number) -> server.connect(Carrier.TCP, "grace"))
			.toList();
		clients
			.forEach((client) -> client.send("SUBSCRIBE", "", "id:1", "destination:/topic/chat." + topic, "since:390"));
		pouring.join();
		clients.forEach((client) -> assertThat(client.takeSeqs(110)).isEqualTo(range(391, 500)));
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void saysSoIfItIsKeptNoLonger(Carrier carrier) {
		String topic = topicWith(600);
		server.bean(JdbcTemplate.class).update("delete from event where topic = ? and seq <= 100", topic);
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic, "since:50");
		List<Frame> frames = grace.takeMessages(500);
		assertThat(frames.get(0).header("seq")).isEqualTo("101");
		assertThat(frames.get(0).header("resume")).isEqualTo("too-old");
		assertThat(frames.subList(1, 500)).allMatch((frame) -> frame.header("resume").isEmpty());
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void saysSoIfTheClientIsAhead(Carrier carrier) {
		String topic = topicWith(5);
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic, "since:9");
		Frame first = grace.take("MESSAGE");
		assertThat(first.header("seq")).isEqualTo("5");
		assertThat(first.header("resume")).isEqualTo("ahead");
		post(topic, 1);
		assertThat(grace.take("MESSAGE").header("resume")).isEmpty();
	}

	@Test
	@StoredInAFile
	void saysSoIfTheStoreWasSetBackAndHasGrownPastTheClient() {
		String topic = topicWith(100);
		Backup backup = server.backUp();
		String epoch = epochOfAClient();
		post(topic, 50);
		server.restart(backup::putBack);
		post(topic, 60);
		RawClient grace = resume(topic, 150, epoch);
		Frame first = grace.take("MESSAGE");
		assertThat(first.header("seq")).isEqualTo("160");
		assertThat(first.header("resume")).isEqualTo("reset");
		post(topic, 1);
		assertThat(grace.take("MESSAGE").header("resume")).isEmpty();
		RawClient linus = resume(topic, 100, epoch);
		assertThat(linus.take("MESSAGE").headers()).containsEntry("seq", "101").doesNotContainKey("resume");
		assertReset(topic, 150, epoch, 409);
		assertReset(topic, 100, epoch, 200);
	}

	@Test
	void isSilentAfterAnOrdinaryRestart() {
		String topic = topicWith(100);
		String epoch = epochOfAClient();
		post(topic, 50);
		server.restart();
		assertThat(epochOfAClient()).isNotEqualTo(epoch);
		post(topic, 10);
		RawClient grace = resume(topic, 150, epoch);
		assertThat(grace.take("MESSAGE").headers()).containsEntry("seq", "151").doesNotContainKey("resume");
		assertThat(resume(topic, 160, epochOfAClient()).has((frame) -> frame.is("MESSAGE"))).isFalse();
		assertReset(topic, 150, epoch, 200);
	}

	@Test
	void saysSoIfTheEpochIsNotKnown() {
		String topic = topicWith(5);
		assertThat(resume(topic, 3, "another").take("MESSAGE").headers()).containsEntry("seq", "5")
			.containsEntry("resume", "reset");
		assertThat(resume(topic, 0, "another").take("MESSAGE").headers()).containsEntry("seq", "1")
			.doesNotContainKey("resume");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "a b", "é", "a_b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
	void refusesWhatIsNoEpoch(String epoch) {
		RawClient grace = server.connect(Carrier.TCP, "grace");
		Frame answer = grace.request("SUBSCRIBE", "", "id:1", "destination:/topic/chat", "since:0", "epoch:" + epoch);
		assertThat(answer.code()).isEqualTo("frame.header");
	}

	@ParameterizedTest
	@CsvSource({ "since:-1", "since:x", "last:-5", "last:", "since:1.5" })
	void refusesWhatIsNoNumber(String header) {
		RawClient grace = server.connect(Carrier.TCP, "grace");
		Frame answer = grace.request("SUBSCRIBE", "", "id:1", "destination:/topic/chat", header);
		assertThat(answer.code()).isEqualTo("frame.header");
	}

	@ParameterizedTest
	@CsvSource({ "/topic/dice", "/topic/dice.*", "/user/queue/errors" })
	void refusesToResumeWhatIsNotStored(String destination) {
		RawClient grace = server.connect(Carrier.TCP, "grace");
		Frame answer = grace.request("SUBSCRIBE", "", "id:1", "destination:" + destination, "since:1");
		assertThat(answer.code()).isEqualTo("frame.header");
		assertThat(answer.sentence()).contains("not stored");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void bringsLargeMessagesToAReaderThatKeepsUp(Carrier carrier) {
		String topic = server.newTopic();
		RawClient ada = server.connect(carrier, "ada");
		String large = "👋".repeat(4000);
		IntStream.range(0, 150)
			.forEach((number) -> ada.send("SEND", large, "destination:/app/chat." + topic, "content-type:text/plain"));
		ada.post(topic, "the end");
		RawClient grace = server.connect(carrier, "grace").subscribe("/topic/chat." + topic, "since:0");
		assertThat(grace.takeSeqs(151)).isEqualTo(range(1, 151));
	}

	private static String epochOfAClient() {
		return server.open(Carrier.TCP)
			.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:ada")
			.take("CONNECTED")
			.header("epoch");
	}

	private static RawClient resume(String topic, long since, String epoch) {
		return server.connect(Carrier.TCP, "grace")
			.subscribe("/topic/chat." + topic, "since:" + since, "epoch:" + epoch);
	}

	private static void assertReset(String topic, long after, String epoch, int status) {
		Api.Answer page = new Api(server.port())
			.get("/api/topics/" + topic + "/messages?after=" + after + "&epoch=" + epoch);
		assertThat(page.status()).isEqualTo(status);
		if (status == 409) {
			assertThat(page.code()).isEqualTo("history.reset");
		}
	}

	private static String topicWith(int messages) {
		String topic = server.newTopic();
		post(topic, messages);
		return topic;
	}

	private static void post(String topic, int messages) {
		RawClient ada = server.connect(Carrier.TCP, "ada");
		for (int number = 1; number < messages; number++) {
			ada.send("SEND", "tea", "destination:/app/chat." + topic, "content-type:text/plain");
		}
		ada.post(topic, "tea");
	}

	private static List<Long> range(long from, long to) {
		return LongStream.rangeClosed(from, to).boxed().toList();
	}

}
