package chat.hubbub.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.PlainClient;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.StompClient;
import chat.hubbub.fixture.Stored;
import chat.hubbub.topic.Access;
import chat.hubbub.topic.Topic;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.TopicChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A deleted text is gone for everybody and leaves no gap. */
class MessageDeletionIntegrationTests {

	private static final String SECRET = "what-must-not-be-read-again";

	private static final Path data = temporary();

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(data, Members.SETTINGS);

	private static int topics;

	private final TopicName tea = new TopicName("delete-" + ++topics);

	private final Api ada = Members.browser(server, "ada");

	MessageDeletionIntegrationTests() {
		create(this.tea, Access.OPEN);
	}

	@ParameterizedTest
	@CsvSource({ "eve, eve, true", "eve, linus, false", "eve, ada, true", "eve, olga, true", "linus, linus, true",
			"linus, eve, false", "linus, nobody, false", "ada, linus, false", "olga, linus, false", "olga, ada, true",
			"ada, olga, true" })
	void moderatorsAdminsAndWhoPostedItMayDelete(String author, String deleter, boolean may) {
		String guest = "eve-" + ++topics;
		Api eve = server.api();
		eve.enter(guest);
		if (author.equals("eve")) {
			StompClient.connectWithCookie(server.port(), eve.cookie())
				.post("/app/chat." + this.tea, "{\"text\":\"" + SECRET + "\"}")
				.close();
		}
		else {
			Members.connect(server, Carrier.TCP, author).post(this.tea.value(), SECRET);
		}
		Api browser = deleter.equals("eve") ? eve
				: deleter.equals("nobody") ? server.api() : Members.browser(server, deleter);
		Api.Answer answer = delete(browser, 1);
		assertThat(answer.status()).isEqualTo(may ? 204 : 403);
		assertThat(answer.code()).isEqualTo(may ? "" : "right.missing");
		assertThat(texts(server.api())).containsExactly(may ? "" : SECRET);
	}

	@Test
	void tellsSubscribersAndLeavesATombstone() {
		RawClient linus = Members.connect(server, Carrier.TCP, "linus").subscribe(this.tea.destination());
		linus.done("SEND", "{\"text\":\"" + SECRET + "\",\"id\":\"x-1\"}", "destination:/app/chat." + this.tea,
				"secret:" + SECRET);
		Frame live = linus.take("MESSAGE");
		assertThat(live.header("secret")).isEqualTo(SECRET);
		assertThat(live.json().has("deleted")).isFalse();
		assertThat(delete(this.ada, 1).status()).isEqualTo(204);
		Frame told = linus.take("MESSAGE");
		assertThat(told.header("seq")).isEqualTo("2");
		assertThat(told.header("message-id")).isEqualTo("chat." + this.tea + "-2");
		JsonNode deleted = told.json();
		assertThat(deleted.propertyNames()).containsExactly("type", "topic", "seq", "id", "target", "sender", "text",
				"sentAt");
		assertThat(deleted.path("type").asString()).isEqualTo("deleted");
		assertThat(deleted.path("target").asLong()).isEqualTo(1);
		assertThat(deleted.path("sender").asString()).isEqualTo("ada");
		assertThat(deleted.path("text").asString()).isEmpty();
		Frame tombstone = resumed("last:1").takeMessages(2).get(0);
		assertThat(tombstone.headers()).doesNotContainKey("secret");
		assertThat(tombstone.json()).isEqualTo(server.api().history(this.tea.value()).get(0));
		assertThat(tombstone.json().propertyNames()).containsExactly("type", "topic", "seq", "id", "sender", "text",
				"sentAt", "deleted", "deletedBy");
		assertThat(tombstone.json().path("deletedBy").asString()).isEqualTo("ada");
		assertThat(tombstone.json().path("deleted").asBoolean()).isTrue();
		assertThat(tombstone.json().path("id").asString()).isEqualTo("x-1");
		assertThat(tombstone.json().path("text").asString()).isEmpty();
		assertThat(server.api().history(this.tea.value())).hasSize(1);
		assertThat(resumed("since:1").take("MESSAGE").json()).isEqualTo(deleted);
	}

	@Test
	void isGoneFromMemoryStoreAndDisk() {
		RawClient linus = Members.connect(server, Carrier.TCP, "linus");
		linus.post(this.tea.value(), "before").post(this.tea.value(), SECRET, "secret:" + SECRET);
		String big = "x".repeat(3_500);
		linus.post(this.tea.value(), SECRET + big).post(this.tea.value(), "after");
		assertThat(Stored.in(data)).contains(SECRET);
		delete(this.ada, 2);
		delete(this.ada, 3);
		for (int round = 0; round < 2; round++) {
			for (String from : List.of("since:0", "since:1", "last:4", "last:3")) {
				assertThat(resumed(from).takeMessages(5).toString()).as(from).doesNotContain(SECRET);
			}
			assertThat(texts(server.api())).containsExactly("before", "", "", "after");
			server.restart();
		}
		assertThat(Stored.in(data)).contains("before").doesNotContain(SECRET);
	}

	@Test
	void theLastMessagesComeWithAllThatHappenedSince() {
		RawClient linus = Members.connect(server, Carrier.TCP, "linus");
		for (int number = 1; number <= 4; number++) {
			linus.post(this.tea.value(), SECRET);
		}
		delete(this.ada, 1);
		delete(this.ada, 4);
		assertThat(resumed("last:0").post(this.tea.value(), "next").takeSeqs(1)).containsExactly(7L);
		assertThat(resumed("last:1").takeSeqs(1)).containsExactly(7L);
		assertThat(resumed("last:2").takeSeqs(4)).containsExactly(4L, 5L, 6L, 7L);
		assertThat(resumed("last:9").takeSeqs(7)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
	}

	@Test
	void toAskAgainIsHarmless() {
		RawClient linus = Members.connect(server, Carrier.TCP, "linus").subscribe(this.tea.destination());
		linus.post(this.tea.value(), SECRET);
		assertThat(delete(this.ada, 1).status()).isEqualTo(204);
		assertThat(delete(this.ada, 1).status()).isEqualTo(204);
		assertThat(delete(Members.browser(server, "linus"), 1).status()).isEqualTo(204);
		linus.post(this.tea.value(), "next");
		assertThat(linus.takeSeqs(3)).containsExactly(1L, 2L, 3L);
	}

	@Test
	void refusesWhatIsNoMessage() {
		Members.connect(server, Carrier.TCP, "linus").post(this.tea.value(), SECRET);
		delete(this.ada, 1);
		for (long seq : new long[] { 2, 3, 0, -1, Long.MAX_VALUE }) {
			assertThat(delete(this.ada, seq).code()).as("" + seq).isEqualTo("message.unknown");
		}
		assertThat(this.ada.delete("/api/topics/" + this.tea + "/messages/x").code()).isEqualTo("request.malformed");
		assertThat(this.ada.delete("/api/topics/nowhere/messages/1").code()).isEqualTo("topic.unknown");
		TopicName secret = new TopicName(this.tea + "-secret");
		create(secret, Access.PRIVATE);
		Members.connect(server, Carrier.TCP, "ada").post(secret.value(), SECRET);
		assertThat(Members.browser(server, "linus").delete("/api/topics/" + secret + "/messages/1").code())
			.isEqualTo("topic.unknown");
	}

	@Test
	void aRetryOfWhatWasDeletedMeanwhileIsAnsweredAndChangesNothing() {
		String json = "{\"text\":\"" + SECRET + "\",\"id\":\"retry-1\"}";
		RawClient linus = Members.connect(server, Carrier.TCP, "linus");
		linus.done("SEND", json, "destination:/app/chat." + this.tea);
		delete(this.ada, 1);
		linus.done("SEND", json, "destination:/app/chat." + this.tea);
		assertThat(texts(server.api())).containsExactly("");
	}

	@Test
	void whoHearsTextsOnlyHearsNothingOfIt() {
		try (PlainClient plain = PlainClient.connect(server.port(), "/chat/", "")) {
			plain.send("wait for me");
			assertThat(plain.take()).isEqualTo("wait for me");
			Api olga = Members.browser(server, "olga");
			long head = olga.get("/api/topics/lobby").json().path("head").asLong();
			assertThat(olga.delete("/api/topics/lobby/messages/" + head).status()).isEqualTo(204);
			plain.send("next");
			assertThat(plain.take()).isEqualTo("next");
		}
	}

	@Test
	void whoDeletesAndDeletesTheAccountIsNamedNoMore() {
		Api grace = server.api();
		grace.signUp("grace-" + topics, "correct horse");
		RawClient client = server.connect(Carrier.TCP, "grace-" + topics, "passcode:correct horse");
		client.post(this.tea.value(), SECRET);
		assertThat(delete(grace, 1).status()).isEqualTo(204);
		grace.post("/api/account/deletion", "{\"password\":\"correct horse\"}");
		assertThat(resumed("since:0").takeMessages(2))
			.allSatisfy((event) -> assertThat(event.json().path("sender").asString()).startsWith("deleted-"));
	}

	private Api.Answer delete(Api browser, long seq) {
		return browser.delete("/api/topics/" + this.tea + "/messages/" + seq);
	}

	private RawClient resumed(String from) {
		return server.connect(Carrier.TCP, "reader").subscribe(this.tea.destination(), from);
	}

	private List<String> texts(Api browser) {
		return browser.history(this.tea.value()).stream().map((event) -> event.path("text").asString()).toList();
	}

	private static Path temporary() {
		try {
			return Files.createTempDirectory("hubbub");
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/** All that is on disk. */
	private static void create(TopicName name, Access access) {
		server.bean(TopicChanges.class)
			.create(server.bean(Members.class).ada(), new Topic(name, "Tea", "", access, false));
	}

}
