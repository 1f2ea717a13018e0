package chat.hubbub.message;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import chat.hubbub.account.Secret;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.topic.Access;
import chat.hubbub.topic.Topic;
import chat.hubbub.topic.TopicChanges;
import chat.hubbub.topic.TopicName;

import static org.assertj.core.api.Assertions.assertThat;

/** People react to messages, and everybody sees who. */
class ReactionIntegrationTests {

	private static final String THUMB = "👍";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(Members.SETTINGS);

	private static int topics;

	private final TopicName tea = new TopicName("react-" + ++topics);

	private final RawClient tim;

	ReactionIntegrationTests() {
		create(this.tea, Access.OPEN, false);
		this.tim = server.connect(Carrier.TCP, "tim")
			.subscribe("/user/queue/errors")
			.post(this.tea.value(), "Tea is ready");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void reachesSubscribersAndTheHistory(Carrier carrier) {
		RawClient grace = server.connect(carrier, "grace").subscribe(this.tea.destination());
		assertThat(react(grace, 1, "❤", true).is("RECEIPT")).isTrue();
		Frame told = grace.take("MESSAGE");
		assertThat(told.header("seq")).isEqualTo("2");
		JsonNode reacted = told.json();
		assertThat(reacted.propertyNames()).containsExactly("type", "topic", "seq", "id", "target", "sender", "text",
				"sentAt", "added", "removed", "counts");
		assertThat(reacted.path("type").asString()).isEqualTo("reacted");
		assertThat(reacted.path("target").asLong()).isEqualTo(1);
		assertThat(reacted.path("sender").asString()).isEqualTo("grace");
		assertThat(reacted.path("added")).hasToString("{\"❤️\":[\"grace\"]}");
		assertThat(reacted.path("removed")).hasToString("{}");
		assertThat(reacted.path("counts")).hasToString("{\"❤️\":1}");
		react(this.tim, 1, "❤️", true);
		JsonNode message = server.api().history(this.tea.value()).get(0);
		assertThat(message.propertyNames()).containsExactly("type", "topic", "seq", "id", "sender", "text", "sentAt",
				"reactions");
		assertThat(message.path("reactions")).hasToString("{\"❤️\":[\"grace\",\"tim\"]}");
		assertThat(resumed("last:1").take("MESSAGE").json()).isEqualTo(message);
		assertThat(resumed("since:0").take("MESSAGE").json()).isEqualTo(message);
		assertThat(resumed("since:1").take("MESSAGE").json().path("added")).isEqualTo(reacted.path("added"));
		react(grace, 1, "❤️", false);
		react(this.tim, 1, "❤️", false);
		assertThat(server.api().history(this.tea.value()).get(0).has("reactions")).isFalse();
	}

	@Test
	void aRepetitionIsAnsweredAndMakesNoEvent() {
		for (boolean on : new boolean[] { true, true, false, false }) {
			assertThat(react(this.tim, 1, THUMB, on).is("RECEIPT")).isTrue();
		}
		assertThat(head()).isEqualTo(3);
	}

	@Test
	void isThereAfterARestart() {
		react(member("linus"), 1, THUMB, true);
		server.restart();
		assertThat(server.api().history(this.tea.value()).get(0).path("reactions")).hasToString("{\"👍\":[\"linus\"]}");
		assertThat(resumed("since:1").take("MESSAGE").json().path("added")).hasToString("{\"👍\":[\"linus\"]}");
		assertThat(react(member("linus"), 1, THUMB, false).is("RECEIPT")).isTrue();
		assertThat(server.api().history(this.tea.value()).get(0).has("reactions")).isFalse();
	}

	@Test
	void fiveHundredPeopleMakeFewEventsAndAreAllCounted() {
		RawClient grace = server.connect(Carrier.TCP, "grace").subscribe(this.tea.destination());
		Messages messages = server.bean(Messages.class);
		List<CompletableFuture<?>> done = new ArrayList<>();
		IntStream.range(0, 500)
			.mapToObj(ReactionIntegrationTests::guest)
			.forEach((guest) -> done
				.add(messages.react(this.tea, guest, new React(1, new Emoji(THUMB), true)).toCompletableFuture()));
		done.forEach(CompletableFuture::join);
		long events = head() - 1;
		List<JsonNode> told = grace.takeMessages((int) events).stream().map(Frame::json).toList();
		assertThat(told).allMatch((event) -> event.path("type").asString().equals("reacted"));
		assertThat(told.stream().mapToInt((event) -> event.path("added").path(THUMB).size()).sum()).isEqualTo(500);
		Duration time = Duration.between(sentAt(told.get(0)), sentAt(told.get(told.size() - 1)));
		assertThat(events).isLessThanOrEqualTo(time.toMillis() / 250 + 2);
		JsonNode message = server.api().history(this.tea.value()).get(0);
		assertThat(message.path("reactions").path(THUMB)).hasSize(100);
		assertThat(message.path("reactionCounts")).hasToString("{\"👍\":500}");
		assertThat(resumed("since:0").takeMessages((int) events + 1)).last()
			.extracting((frame) -> frame.json().path("counts").path(THUMB).asInt())
			.isEqualTo(500);
		assertThat(resumed("last:1").take("MESSAGE").json()).isEqualTo(message);
	}

	@Test
	void aTransactionIsStoredAsAWhole() {
		react(this.tim, 1, THUMB, true);
		this.tim.send("BEGIN", "", "transaction:t");
		this.tim.send("SEND", "{\"text\":\"Here\"}", "destination:/app/chat." + this.tea, "transaction:t");
		this.tim.send("SEND", body(1, THUMB, false), "destination:/app/react." + this.tea, "transaction:t");
		this.tim.done("COMMIT", "", "transaction:t");
		assertThat(resumed("since:2").takeMessages(2)).extracting((frame) -> frame.json().path("type").asString())
			.containsExactly("posted", "reacted");
		this.tim.send("BEGIN", "", "transaction:u");
		this.tim.send("SEND", "{\"text\":\"Lost\"}", "destination:/app/chat." + this.tea, "transaction:u");
		this.tim.send("SEND", body(77, THUMB, true), "destination:/app/react." + this.tea, "transaction:u");
		assertThat(this.tim.request("COMMIT", "", "transaction:u").code()).isEqualTo("message.unknown");
		assertThat(head()).isEqualTo(4);
	}

	@Test
	void aDeletedMessageLosesItsReactionsEverywhere() {
		react(this.tim, 1, THUMB, true);
		react(this.tim, 1, THUMB, false);
		this.tim.done("SEND", "{\"target\":1}", "destination:/app/delete." + this.tea);
		List<Frame> events = resumed("since:0").takeMessages(4);
		assertThat(events.get(0).json().has("reactions")).isFalse();
		assertThat(events.subList(1, 3)).allSatisfy((frame) -> {
			assertThat(frame.json().path("added")).hasToString("{}");
			assertThat(frame.json().path("removed")).hasToString("{}");
		});
		assertThat(react(this.tim, 1, THUMB, true).code()).isEqualTo("message.deleted");
	}

	@Test
	void aLaterGuestOfTheSameNameIsAnotherPerson() {
		RawClient first = server.connect(Carrier.TCP, "eve-" + topics);
		react(first, 1, THUMB, true);
		first.done("DISCONNECT", "").awaitClose();
		RawClient second = server.connect(Carrier.TCP, "eve-" + topics);
		react(second, 1, THUMB, false);
		assertThat(server.api().history(this.tea.value()).get(0).path("reactions").path(THUMB)).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"target\":1,\"emoji\":\"x\",\"on\":true} | reaction.ill-formed",
			"{\"target\":1,\"emoji\":\"👍👍\",\"on\":true} | reaction.ill-formed",
			"{\"target\":1,\"emoji\":\"\",\"on\":false} | reaction.ill-formed",
			"{\"target\":9,\"emoji\":\"👍\",\"on\":true} | message.unknown",
			"{\"target\":-1,\"emoji\":\"👍\",\"on\":true} | message.unknown",
			"{\"target\":\"1\",\"emoji\":\"👍\",\"on\":true} | body.malformed",
			"{\"target\":1,\"emoji\":[\"👍\"],\"on\":true} | body.malformed",
			"{\"target\":1,\"emoji\":\"👍\",\"on\":\"yes\"} | body.malformed",
			"{\"target\":1,\"emoji\":\"👍\"} | body.malformed", "👍 | body.malformed", "null | body.malformed" })
	void refusesABadBody(String body, String code) {
		assertThat(this.tim.request("SEND", body, "destination:/app/react." + this.tea).code()).isEqualTo(code);
		assertThat(head()).isEqualTo(1);
	}

	@Test
	void refusesTheTwentyFirstKind() {
		for (int number = 0; number <= 20; number++) {
			this.tim.send("SEND", body(1, Character.toString(0x1F600 + number), true),
					"destination:/app/react." + this.tea);
		}
		assertThat(this.tim.take("MESSAGE").code()).isEqualTo("reaction.limit");
		assertThat(server.api().history(this.tea.value()).get(0).path("reactions")).hasSize(20);
	}

	@Test
	void wantsTheRightToRead() {
		TopicName secret = new TopicName("secret-" + topics);
		create(secret, Access.PRIVATE, false);
		member("ada").post(secret.value(), "secret");
		assertThat(react(this.tim, secret, 1).code()).isEqualTo("topic.unknown");
		TopicName news = new TopicName("news-" + topics);
		create(news, Access.OPEN, true);
		member("ada").post(news.value(), "news");
		assertThat(react(this.tim, news, 1).is("RECEIPT")).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "mutes, muted", "bans, banned" })
	void refusesTheMutedAndTheBanned(String measure, String code) {
		String guest = "troll-" + ++topics;
		RawClient troll = server.connect(Carrier.TCP, guest).subscribe("/user/queue/errors");
		Api ada = Members.browser(server, "ada");
		Api.Answer answer = ada.post("/api/topics/" + this.tea + "/" + measure,
				"{\"username\":\"" + guest + "\",\"minutes\":60}");
		assertThat(answer.status()).isEqualTo(201);
		assertThat(react(troll, 1, THUMB, true).code()).isEqualTo(code);
		ada.delete("/api/topics/" + this.tea + "/" + measure + "/" + answer.json().path("id").asLong());
	}

	@Test
	void countsInTheLobbyToo() {
		RawClient grace = server.connect(Carrier.TCP, "grace").subscribe("/topic/chat");
		grace.post("lobby", "Hello");
		long seq = grace.take("MESSAGE").json().path("seq").asLong();
		grace.done("SEND", body(seq, THUMB, true), "destination:/app/react");
		assertThat(grace.take("MESSAGE").json().path("target").asLong()).isEqualTo(seq);
	}

	private long head() {
		return server.api().get("/api/topics/" + this.tea).json().path("head").asLong();
	}

	private RawClient resumed(String from) {
		return server.connect(Carrier.TCP, "mary").subscribe(this.tea.destination(), from);
	}

	private Frame react(RawClient client, long target, String emoji, boolean on) {
		return client.request("SEND", body(target, emoji, on), "destination:/app/react." + this.tea);
	}

	private static Frame react(RawClient client, TopicName topic, long target) {
		return client.request("SEND", body(target, THUMB, true), "destination:/app/react." + topic);
	}

	private static String body(long target, String emoji, boolean on) {
		return "{\"target\":" + target + ",\"emoji\":\"" + emoji + "\",\"on\":" + on + "}";
	}

	private static RawClient member(String name) {
		return Members.connect(server, Carrier.TCP, name).subscribe("/user/queue/errors");
	}

	private static User guest(int number) {
		return User.guest(new Username("guest" + number), "guest" + number, new Secret("session " + number));
	}

	private static Instant sentAt(JsonNode event) {
		return Instant.parse(event.path("sentAt").asString());
	}

	private static void create(TopicName name, Access access, boolean announcements) {
		server.bean(TopicChanges.class)
			.create(server.bean(Members.class).ada(), new Topic(name, "Tea", "", access, announcements));
	}

}
