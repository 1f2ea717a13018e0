package chat.hubbub.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

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
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Authors edit and delete their messages, others reply to them, and former texts are gone
 * for everybody.
 */
class EditIntegrationTests {

	private static final String SECRET = "what-must-not-be-read-again";

	private static final Path data = temporary();

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(data, Members.SETTINGS);

	private static int topics;

	private final TopicName tea = new TopicName("edit-" + ++topics);

	private final RawClient linus;

	EditIntegrationTests() {
		create(this.tea, Access.OPEN, false);
		this.linus = member("linus");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void reachesSubscribersAndTheHistory(Carrier carrier) {
		RawClient grace = server.connect(carrier, "grace").subscribe(this.tea.destination());
		grace.done("SEND", "{\"text\":\"Helo\",\"id\":\"x-1\"}", "destination:/app/chat." + this.tea, "kept:yes");
		Frame posted = grace.take("MESSAGE");
		assertThat(edit(grace, 1, "Hello").is("RECEIPT")).isTrue();
		Frame told = grace.take("MESSAGE");
		assertThat(told.header("seq")).isEqualTo("2");
		JsonNode edited = told.json();
		assertThat(edited.propertyNames()).containsExactly("type", "topic", "seq", "id", "target", "sender", "text",
				"sentAt", "editedAt");
		assertThat(edited.path("type").asString()).isEqualTo("edited");
		assertThat(edited.path("target").asLong()).isEqualTo(1);
		assertThat(edited.path("sender").asString()).isEqualTo("grace");
		assertThat(edited.path("text").asString()).isEqualTo("Hello");
		assertThat(edited.path("editedAt")).isEqualTo(edited.path("sentAt"));
		JsonNode message = server.api().history(this.tea.value()).get(0);
		assertThat(message.propertyNames()).containsExactly("type", "topic", "seq", "id", "sender", "text", "sentAt",
				"editedAt");
		assertThat(message.path("text").asString()).isEqualTo("Hello");
		assertThat(message.path("sentAt")).isEqualTo(posted.json().path("sentAt"));
		Frame resumed = resumed("last:1").take("MESSAGE");
		assertThat(resumed.json()).isEqualTo(message);
		assertThat(resumed.header("kept")).isEqualTo("yes");
		assertThat(resumed("since:1").take("MESSAGE").json()).isEqualTo(edited);
	}

	@Test
	void formerTextsAreGoneFromMemoryStoreAndDisk() {
		this.linus.post(this.tea.value(), "before").post(this.tea.value(), SECRET);
		String big = "x".repeat(3_500);
		edit(this.linus, 2, SECRET + big);
		edit(this.linus, 2, SECRET + SECRET);
		resumed("since:0").takeMessages(4);
		assertThat(Stored.in(data)).contains(SECRET);
		edit(this.linus, 2, "now");
		for (int round = 0; round < 2; round++) {
			for (String from : List.of("since:0", "since:1", "since:2", "last:2")) {
				assertThat(resumed(from).takeMessages(3).toString()).as(from).contains("now").doesNotContain(SECRET);
			}
			assertThat(texts()).containsExactly("before", "now");
			server.restart();
		}
		assertThat(Stored.in(data)).contains("before").doesNotContain(SECRET);
	}

	@Test
	void manyEditsToATextThatBecomesLargeLeaveNoneOfThem() {
		this.linus.post(this.tea.value(), SECRET);
		IntStream.range(0, 80).forEach((number) -> edit(this.linus, 1, SECRET + number));
		edit(this.linus, 1, "x".repeat(20_000));
		for (String from : List.of("since:0", "since:60", "since:80")) {
			int missing = 82 - Integer.parseInt(from.substring(6));
			assertThat(resumed(from).takeMessages(missing)).as(from)
				.noneMatch((frame) -> frame.body().contains(SECRET));
		}
	}

	@Test
	void aDeletionErasesEachEdit() {
		this.linus.post(this.tea.value(), "first");
		edit(this.linus, 1, SECRET);
		edit(this.linus, 1, SECRET + 2);
		assertThat(delete(this.linus, 1).is("RECEIPT")).isTrue();
		List<Frame> events = resumed("since:0").takeMessages(4);
		assertThat(events.toString()).doesNotContain(SECRET);
		assertThat(events).extracting((frame) -> frame.json().path("type").asString())
			.containsExactly("posted", "edited", "edited", "deleted");
		assertThat(events.get(1).json().path("deleted").asBoolean()).isTrue();
		JsonNode tombstone = server.api().history(this.tea.value()).get(0);
		assertThat(tombstone.has("editedAt")).isFalse();
		assertThat(tombstone.path("deletedBy").asString()).isEqualTo("linus");
	}

	@Test
	void isStoredOnceHoweverOftenItIsSent() {
		this.linus.subscribe(this.tea.destination()).post(this.tea.value(), "1");
		for (int time = 0; time < 3; time++) {
			assertThat(edit(this.linus, 1, "one").is("RECEIPT")).isTrue();
		}
		assertThat(delete(this.linus, 1).is("RECEIPT")).isTrue();
		assertThat(delete(this.linus, 1).is("RECEIPT")).isTrue();
		this.linus.post(this.tea.value(), "next");
		assertThat(this.linus.takeSeqs(4)).containsExactly(1L, 2L, 3L, 4L);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			{"target":1,"text":"  "}            | text.empty
			{"target":1,"text":""}              | text.empty
			{"target":1,"text":"\\uD800"}       | text.ill-formed
			{"target":1}                        | body.malformed
			{"text":"one"}                      | body.malformed
			{"target":"1","text":"one"}         | body.malformed
			{"target":1.5,"text":"one"}         | body.malformed
			{"target":1,"text":7}               | body.malformed
			[1,"one"]                           | body.malformed
			one                                 | body.malformed
			{"target":9,"text":"one"}           | message.unknown
			{"target":3,"text":"one"}           | message.unknown
			{"target":0,"text":"one"}           | message.unknown
			{"target":-1,"text":"one"}          | message.unknown
			{"target":99999999999999999999,"text":"one"} | body.malformed
			{"target":2,"text":"one"}           | message.deleted
			{"target":4,"text":"one"}           | right.missing
			""", delimiter = '|')
	void refusesWhatIsNoEdit(String json, String code) {
		this.linus.post(this.tea.value(), "1").post(this.tea.value(), "2");
		delete(this.linus, 2);
		member("ada").post(this.tea.value(), "4");
		assertThat(send(this.linus, "/app/edit." + this.tea, json).code()).isEqualTo(code);
		assertThat(texts()).containsExactly("1", "", "4");
	}

	@Test
	void refusesATextThatIsTooLong() {
		this.linus.post(this.tea.value(), "1");
		assertThat(edit(this.linus, 1, "x".repeat(20_001)).code()).isEqualTo("text.too-long");
		assertThat(edit(this.linus, 1, "x".repeat(20_000)).is("RECEIPT")).isTrue();
	}

	@Test
	void refusesWhoMayNotReadOrPost() {
		assertThat(send(this.linus, "/app/edit.nowhere", "{\"target\":1,\"text\":\"one\"}").code())
			.isEqualTo("topic.unknown");
		TopicName secret = new TopicName(this.tea + "-secret");
		create(secret, Access.PRIVATE, false);
		RawClient ada = member("ada").post(secret.value(), "1");
		assertThat(send(this.linus, "/app/edit." + secret, "{\"target\":1,\"text\":\"one\"}").code())
			.isEqualTo("topic.unknown");
		assertThat(send(this.linus, "/app/delete." + secret, "{\"target\":1}").code()).isEqualTo("topic.unknown");
		assertThat(send(ada, "/app/edit." + secret, "{\"target\":1,\"text\":\"one\"}").is("RECEIPT")).isTrue();
		this.linus.post(this.tea.value(), "1");
		Api moderator = Members.browser(server, "ada");
		moderator.post("/api/topics/" + this.tea + "/mutes", "{\"username\":\"linus\",\"minutes\":60}");
		assertThat(edit(this.linus, 1, "one").code()).isEqualTo("muted");
		assertThat(delete(this.linus, 1).is("RECEIPT")).isTrue();
		moderator.patch("/api/topics/" + this.tea, "{\"announcements\":true}");
		assertThat(edit(member("olga").post(this.tea.value(), "3"), 3, "three").is("RECEIPT")).isTrue();
		assertThat(texts()).containsExactly("", "three");
	}

	@ParameterizedTest
	@CsvSource({ "eve, false", "linus, true", "ada, false", "olga, false" })
	void onlyTheAuthorEdits(String editor, boolean may) {
		this.linus.post(this.tea.value(), "1");
		Frame answer = edit(member(editor), 1, "one");
		assertThat(answer.is("RECEIPT")).isEqualTo(may);
		if (!may) {
			assertThat(answer.code()).isEqualTo("right.missing");
		}
	}

	@Test
	void aGuestOwnsWhatTheSessionWroteAndALaterGuestOfThatNameDoesNot() {
		String name = "eve-" + topics;
		RawClient eve = member(name).post(this.tea.value(), "1").post(this.tea.value(), "2");
		assertThat(edit(eve, 1, "one").is("RECEIPT")).isTrue();
		eve.done("DISCONNECT", "");
		eve.awaitClose();
		RawClient other = member(name);
		assertThat(edit(other, 1, "uno").code()).isEqualTo("right.missing");
		assertThat(delete(other, 2).code()).isEqualTo("right.missing");
		assertThat(texts()).containsExactly("one", "2");
		other.close();
	}

	@Test
	void aGuestInABrowserOwnsItThroughNamesReconnectionsAndRestarts() {
		Api browser = server.api();
		browser.enter("joan-" + topics);
		try (StompClient page = StompClient.connectWithCookie(server.port(), browser.cookie())) {
			page.post("/app/chat." + this.tea, "{\"text\":\"1\"}");
		}
		assertThat(patch(browser, 1, "one").status()).isEqualTo(204);
		browser.enter("jane-" + topics);
		assertThat(patch(browser, 1, "uno").status()).isEqualTo(204);
		server.restart();
		browser = browser.at(server.port());
		assertThat(patch(browser, 1, "un").status()).isEqualTo(204);
		browser.delete("/api/session");
		assertThat(patch(browser, 1, "eins").code()).isEqualTo("right.missing");
		Api other = server.api();
		other.enter("joan-" + topics);
		assertThat(patch(other, 1, "eins").code()).isEqualTo("right.missing");
		assertThat(other.delete("/api/topics/" + this.tea + "/messages/1").code()).isEqualTo("right.missing");
		assertThat(texts()).containsExactly("un");
	}

	@Test
	void isRefusedOverHttpAsOverStomp() {
		this.linus.post(this.tea.value(), "1");
		Api browser = Members.browser(server, "linus");
		assertThat(patch(browser, 1, " ").code()).isEqualTo("text.empty");
		assertThat(patch(browser, 2, "two").code()).isEqualTo("message.unknown");
		assertThat(patch(Members.browser(server, "ada"), 1, "one").code()).isEqualTo("right.missing");
		assertThat(browser.patch("/api/topics/" + this.tea + "/messages/1", "{}").code()).isEqualTo("body.malformed");
		delete(this.linus, 1);
		assertThat(patch(browser, 1, "one").code()).isEqualTo("message.deleted");
	}

	@Test
	void aTransactionStoresAllOrNothing() {
		this.linus.post(this.tea.value(), "1").post(this.tea.value(), "2");
		inTransaction("a", "{\"target\":1,\"text\":\"one\"}", "{\"target\":2,\"text\":\"two\"}");
		assertThat(this.linus.request("COMMIT", "", "transaction:a").is("RECEIPT")).isTrue();
		assertThat(texts()).containsExactly("one", "two");
		delete(this.linus, 2);
		inTransaction("b", "{\"target\":1,\"text\":\"uno\"}", "{\"target\":2,\"text\":\"due\"}");
		assertThat(this.linus.request("COMMIT", "", "transaction:b").code()).isEqualTo("message.deleted");
		assertThat(texts()).containsExactly("one", "");
	}

	@Test
	void aClientOfTextsOnlyHearsNothingOfIt() {
		try (PlainClient plain = PlainClient.connect(server.port(), "/chat/", "")) {
			plain.send("wait for me");
			assertThat(plain.take()).isEqualTo("wait for me");
			Frame posted = this.linus.subscribe("/topic/chat").post("lobby", "1").take("MESSAGE");
			assertThat(plain.take()).isEqualTo("1");
			String target = posted.header("seq");
			assertThat(send(this.linus, "/app/edit", "{\"target\":" + target + ",\"text\":\"one\"}").is("RECEIPT"))
				.isTrue();
			assertThat(send(this.linus, "/app/delete", "{\"target\":" + target + "}").is("RECEIPT")).isTrue();
			plain.send("next");
			assertThat(plain.take()).isEqualTo("next");
		}
	}

	@Test
	void aRetryOfThePostIsAnsweredAfterAnEdit() {
		String json = "{\"text\":\"Helo\",\"id\":\"retry-1\"}";
		this.linus.done("SEND", json, "destination:/app/chat." + this.tea);
		edit(this.linus, 1, "Hello");
		this.linus.done("SEND", json, "destination:/app/chat." + this.tea);
		assertThat(texts()).containsExactly("Hello");
	}

	@Test
	void aReplyShowsItsOriginalAsItIsAndTheOriginalItsReplies() {
		RawClient grace = member("grace").subscribe(this.tea.destination());
		this.linus.post(this.tea.value(), SECRET);
		assertThat(reply(grace, 1, "yes").is("RECEIPT")).isTrue();
		JsonNode live = grace.takeMessages(2).get(1).json().path("reply");
		assertThat(live.propertyNames()).containsExactly("seq", "sender", "text", "replies");
		assertThat(live.path("seq").asLong()).isEqualTo(1);
		assertThat(live.path("sender").asString()).isEqualTo("linus");
		assertThat(live.path("text").asString()).isEqualTo(SECRET);
		assertThat(live.path("replies").asInt()).isEqualTo(1);
		List<JsonNode> history = server.api().history(this.tea.value());
		assertThat(history.get(0).path("replies").asInt()).isEqualTo(1);
		assertThat(history.get(1).path("reply")).isEqualTo(live);
		edit(this.linus, 1, "tea?");
		for (String from : List.of("since:0", "since:1", "last:1")) {
			assertThat(resumed(from).take("MESSAGE").body()).as(from).contains("tea?").doesNotContain(SECRET);
		}
		delete(this.linus, 1);
		Frame late = resumed("since:1").take("MESSAGE");
		assertThat(late.body()).doesNotContain("tea?");
		assertThat(late.json().path("reply").path("deleted").asBoolean()).isTrue();
		delete(grace, 2);
		assertThat(grace.takeMessages(3).get(2).json().path("reply").path("replies").asInt()).isZero();
		assertThat(server.api().history(this.tea.value()).get(0).has("replies")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			2   | message.deleted
			3   | message.unknown
			9   | message.unknown
			0   | message.unknown
			-1  | message.unknown
			"1" | body.malformed
			1.5 | body.malformed
			[1] | body.malformed
			""", delimiter = '|', quoteCharacter = '\'')
	void refusesAReplyToNoMessage(String reply, String code) {
		this.linus.post(this.tea.value(), "1").post(this.tea.value(), "2");
		delete(this.linus, 2);
		assertThat(send(this.linus, "/app/chat." + this.tea, "{\"text\":\"yes\",\"reply\":" + reply + "}").code())
			.isEqualTo(code);
		assertThat(texts()).containsExactly("1", "");
	}

	@Test
	void comparesTheReplyOfARetry() {
		this.linus.post(this.tea.value(), "1").post(this.tea.value(), "2");
		String json = "{\"text\":\"yes\",\"id\":\"reply-1\",\"reply\":1}";
		for (int time = 0; time < 2; time++) {
			assertThat(send(this.linus, "/app/chat." + this.tea, json).is("RECEIPT")).isTrue();
		}
		assertThat(send(this.linus, "/app/chat." + this.tea, json.replace("reply\":1", "reply\":2")).code())
			.isEqualTo("id.taken");
		assertThat(texts()).containsExactly("1", "2", "yes");
	}

	@Test
	void aPageIsReadAroundAMessage() {
		IntStream.rangeClosed(1, 9).forEach((number) -> this.linus.post(this.tea.value(), "" + number));
		delete(this.linus, 5);
		String path = "/api/topics/" + this.tea + "/messages?";
		assertThat(server.api().get(path + "around=5&limit=4").list())
			.extracting((message) -> message.path("text").asString())
			.containsExactly("4", "", "6", "7");
		assertThat(server.api().get(path + "around=5&after=1").code()).isEqualTo("page.ill-formed");
	}

	private Frame reply(RawClient client, long original, String text) {
		return send(client, "/app/chat." + this.tea, "{\"text\":\"" + text + "\",\"reply\":" + original + "}");
	}

	private void inTransaction(String id, String... edits) {
		this.linus.done("BEGIN", "", "transaction:" + id);
		for (String edit : edits) {
			this.linus.send("SEND", edit, "destination:/app/edit." + this.tea, "transaction:" + id);
		}
	}

	private Frame edit(RawClient client, long target, String text) {
		return send(client, "/app/edit." + this.tea, "{\"target\":" + target + ",\"text\":\"" + text + "\"}");
	}

	private Frame delete(RawClient client, long target) {
		return send(client, "/app/delete." + this.tea, "{\"target\":" + target + "}");
	}

	private Api.Answer patch(Api browser, long seq, String text) {
		return browser.patch("/api/topics/" + this.tea + "/messages/" + seq, "{\"text\":\"" + text + "\"}");
	}

	private static Frame send(RawClient client, String destination, String json) {
		return client.request("SEND", json, "destination:" + destination);
	}

	/** A client that stays connected when it is refused. */
	private static RawClient member(String name) {
		return Members.connect(server, Carrier.TCP, name).subscribe("/user/queue/errors");
	}

	private RawClient resumed(String from) {
		return server.connect(Carrier.TCP, "reader").subscribe(this.tea.destination(), from);
	}

	private List<String> texts() {
		return server.api().history(this.tea.value()).stream().map((event) -> event.path("text").asString()).toList();
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
	private static void create(TopicName name, Access access, boolean announcements) {
		server.bean(TopicChanges.class)
			.create(server.bean(Members.class).ada(), new Topic(name, "Tea", "", access, announcements));
	}

}
