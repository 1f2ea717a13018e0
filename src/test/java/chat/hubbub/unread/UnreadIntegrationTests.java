package chat.hubbub.unread;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.StompClient;
import chat.hubbub.message.Committed;
import chat.hubbub.message.Deleted;
import chat.hubbub.message.Event;
import chat.hubbub.message.LogEntry;
import chat.hubbub.topic.TopicName;

import static org.assertj.core.api.Assertions.assertThat;

/** The counts of unread messages as clients see them. */
class UnreadIntegrationTests {

	private static final String QUEUE = "/user/queue/unread";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(Members.SETTINGS);

	private final String topic = server.newTopic();

	@Test
	void aMarkIsTheSameOnEveryDevice() {
		Device desk = device("ada", Carrier.WEB_SOCKET_TEXT);
		Device phone = device("ada", Carrier.TCP);
		RawClient grace = guest("grace");
		grace.post(this.topic, "one").post(this.topic, "two");
		desk.await(this.topic, unread(2));
		phone.await(this.topic, unread(2));
		desk.read(this.topic, 1);
		assertThat(phone.await(this.topic, unread(1)).path("read").asLong()).isEqualTo(1);
		desk.await(this.topic, unread(1));
		phone.send("read", this.topic, "{\"seq\":2}");
		JsonNode read = desk.await(this.topic, unread(0));
		assertThat(read.toString()).isEqualTo("{\"topic\":\"" + this.topic
				+ "\",\"head\":2,\"read\":2,\"unread\":0,\"mentions\":0,\"level\":\"all\",\"favourite\":false}");
	}

	@Test
	void aNewConnectionGetsTheStateOfAllTopicsFirst() {
		guest("grace").post(this.topic, "before");
		Device ada = device("ada", Carrier.TCP);
		assertThat(ada.types).isEqualTo("state");
		assertThat(ada.topics).containsKeys("lobby", this.topic);
		ada.read(this.topic, 1);
		ada.await(this.topic, unread(0));
		guest("joan").post(this.topic, "after");
		JsonNode state = ada.await(this.topic, unread(1));
		assertThat(device("ada", Carrier.TCP).topics.get(this.topic)).isEqualTo(state);
	}

	@Test
	void aConversationCountsMessagesFromBeforeTheFirstConnection() {
		guest("grace").post(this.topic, "before");
		People.signUp(server.bean(Accounts.class), "nora", Role.MEMBER);
		String direct = Members.browser(server, "ada")
			.post("/api/conversations", "{\"people\":[\"nora\"]}")
			.json()
			.path("name")
			.asString();
		Members.connect(server, Carrier.TCP, "ada").post(direct, "welcome").post(direct, "nora");
		Device nora = new Device(server.connect(Carrier.TCP, "nora", "passcode:" + People.passwordOf("nora")));
		assertThat(nora.topics.get(direct).path("unread").asInt()).isEqualTo(2);
		assertThat(nora.topics.get(direct).path("mentions").asInt()).isEqualTo(2);
		assertThat(nora.topics.get(this.topic).path("unread").asInt()).isZero();
	}

	@Test
	void countsNeitherOnesOwnMessagesNorDeletedOnesNorReactions() {
		Device linus = device("linus", Carrier.TCP);
		RawClient grace = guest("grace");
		grace.post(this.topic, "one").post(this.topic, "two").post(this.topic, "three");
		linus.client.post(this.topic, "my own");
		linus.await(this.topic, unread(3));
		grace.done("SEND", "{\"target\":1}", "destination:/app/delete." + this.topic);
		grace.done("SEND", "{\"target\":2,\"emoji\":\"👍\",\"on\":true}", "destination:/app/react." + this.topic);
		grace.done("SEND", "{\"target\":2,\"text\":\"two!\"}", "destination:/app/edit." + this.topic);
		linus.await(this.topic, unread(2));
		linus.read(this.topic, 7);
		linus.await(this.topic, unread(0));
	}

	/** Each node of a cluster would read all events of the others. */
	@Test
	void readsFewEventsOnlyForThoseWhoLook() {
		TopicName nowhere = new TopicName("nowhere");
		PostLog log = server.bean(PostLog.class);
		know(nowhere, 199, log);
		Awaitility.await("a round").until(() -> log.of(nowhere).change());
		assertThat(log.of(nowhere).missing()).isEqualTo(199);
		log.of(nowhere).takeChange();
		know(nowhere, 200, log);
		Awaitility.await().until(() -> log.of(nowhere).missing() == 0);
	}

	/** As on a node whose neighbour has stored the events up to a number. */
	private static void know(TopicName topic, long head, PostLog log) {
		Event last = new Deleted(topic, head, 1, "grace", Instant.EPOCH, null);
		log.add(new Committed(Instant.EPOCH, List.of(new LogEntry(last, "grace")), List.of(), 0));
	}

	@Test
	void goesBackOnlyIfThatIsAskedFor() {
		Device ada = device("ada", Carrier.TCP);
		guest("grace").post(this.topic, "one").post(this.topic, "two");
		ada.read(this.topic, 2);
		ada.read(this.topic, 1);
		guest("joan").post(this.topic, "three");
		ada.await(this.topic, unread(1));
		ada.send("read", this.topic, "{\"seq\":1,\"back\":true}");
		assertThat(ada.await(this.topic, unread(2)).path("read").asLong()).isEqualTo(1);
		ada.read(this.topic, 3);
	}

	@Test
	void aMarkAheadOfTheHeadIsRefused() {
		RawClient grace = guest("grace").post(this.topic, "one").subscribe("/user/queue/errors");
		assertThat(request(grace, "read", this.topic, "{\"seq\":2}").code()).isEqualTo("mark.ahead");
		assertThat(request(grace, "read", this.topic, "{\"seq\":9223372036854775807,\"back\":true}").code())
			.isEqualTo("mark.ahead");
		assertThat(request(grace, "read", this.topic, "{\"seq\":1}").is("RECEIPT")).isTrue();
		assertThat(request(grace, "read", "no-such-topic", "{\"seq\":1}").code()).isEqualTo("topic.unknown");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "7", "{}", "[7]", "{\"seq\":-1}", "{\"seq\":1.5}", "{\"seq\":\"1\"}",
			"{\"seq\":1,\"back\":\"yes\"}", "{\"seq\":99999999999999999999}" })
	void aBodyThatIsNoMarkIsRefused(String body) {
		RawClient grace = guest("grace").subscribe("/user/queue/errors");
		assertThat(request(grace, "read", this.topic, body).code()).isEqualTo("body.malformed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"level\":\"some\"}", "{\"level\":1}", "{\"favourite\":\"yes\"}" })
	void aBodyThatIsNoPreferenceIsRefused(String body) {
		RawClient grace = guest("grace").subscribe("/user/queue/errors");
		assertThat(request(grace, "preferences", this.topic, body).code()).isEqualTo("body.malformed");
	}

	@Test
	void preferencesAreTheSameOnEveryDeviceAndSurviveARestart() {
		Device desk = device("linus", Carrier.TCP);
		Device phone = device("linus", Carrier.TCP);
		RawClient grace = guest("grace").post(this.topic, "one").post(this.topic, "two");
		desk.send("preferences", this.topic, "{\"level\":\"mentions\"}");
		desk.send("preferences", this.topic, "{\"favourite\":true}");
		desk.read(this.topic, 1);
		JsonNode state = phone.await(this.topic, (each) -> each.path("favourite").asBoolean()
				&& each.path("level").asString().equals("mentions") && each.path("unread").asInt() == 1);
		grace.close();
		server.restart();
		assertThat(device("linus", Carrier.TCP).topics.get(this.topic)).isEqualTo(state);
	}

	@Test
	void aGuestsMarksAreThoseOfTheBrowsersSession() {
		Api browser = server.api();
		browser.enter("rosa");
		RawClient grace = guest("grace");
		try (StompClient page = StompClient.connectWithCookie(server.port(), browser.cookie())) {
			page.subscribe(QUEUE);
			awaitUnread(page, 0);
			grace.post(this.topic, "one").post(this.topic, "two");
			awaitUnread(page, 2);
			page.send("SEND", "{\"seq\":1}", "destination:/app/read." + this.topic);
			awaitUnread(page, 1);
		}
		try (StompClient page = StompClient.connectWithCookie(server.port(), browser.cookie())) {
			page.subscribe(QUEUE);
			awaitUnread(page, 1);
			browser.delete("/api/session");
		}
		browser.enter("rosa");
		try (StompClient page = StompClient.connectWithCookie(server.port(), browser.cookie())) {
			page.subscribe(QUEUE);
			awaitUnread(page, 0);
		}
	}

	@Test
	void aTopicThatMayNoLongerBeReadIsGone() {
		Api ada = Members.browser(server, "ada");
		String secret = "secret-" + this.topic;
		ada.post("/api/topics", "{\"name\":\"" + secret + "\",\"access\":\"private\"}");
		Device linus = device("linus", Carrier.TCP);
		Device eve = device("eve", Carrier.TCP);
		assertThat(linus.topics).doesNotContainKey(secret);
		ada.put("/api/topics/" + secret + "/members/linus", "{}");
		linus.await(secret, unread(0));
		Members.connect(server, Carrier.TCP, "ada").post(secret, "psst");
		linus.await(secret, unread(1));
		ada.delete("/api/topics/" + secret + "/members/linus");
		linus.awaitGone(secret);
		Members.connect(server, Carrier.TCP, "ada").post(secret, "now he is gone").post(this.topic, "an open word");
		linus.await(this.topic, unread(1));
		eve.await(this.topic, unread(1));
		assertThat(linus.topics).doesNotContainKey(secret);
		assertThat(eve.all.toString()).doesNotContain(secret);
	}

	@Test
	void aBannedUserHasNoCountOfTheTopic() {
		Api olga = Members.browser(server, "olga");
		Device linus = device("linus", Carrier.TCP);
		guest("grace").post(this.topic, "one");
		linus.await(this.topic, unread(1));
		long ban = olga.post("/api/topics/" + this.topic + "/bans", "{\"username\":\"linus\",\"minutes\":5}")
			.json()
			.path("id")
			.asLong();
		linus.awaitGone(this.topic);
		olga.delete("/api/topics/" + this.topic + "/bans/" + ban);
		linus.await(this.topic, (state) -> true);
	}

	@Test
	void countsTheMessagesThatMentionTheReader() {
		Device linus = device("linus", Carrier.TCP);
		Device eve = device("eve", Carrier.TCP);
		RawClient grace = guest("grace");
		grace.post(this.topic, "hello").post(this.topic, "@linus and @eve, look").post(this.topic, "@linus!");
		JsonNode state = linus.await(this.topic, (each) -> each.path("mentions").asInt() == 2);
		assertThat(state.path("unread").asInt()).isEqualTo(3);
		eve.await(this.topic, (each) -> each.path("mentions").asInt() == 1);
		linus.read(this.topic, 2);
		assertThat(linus.await(this.topic, unread(1)).path("mentions").asInt()).isEqualTo(1);
		grace.done("SEND", "{\"target\":3,\"text\":\"never mind\"}", "destination:/app/edit." + this.topic);
		linus.await(this.topic, (each) -> each.path("mentions").asInt() == 0);
		grace.done("SEND", "{\"target\":3,\"text\":\"@linus after all\"}", "destination:/app/edit." + this.topic);
		linus.await(this.topic, (each) -> each.path("mentions").asInt() == 1);
		grace.close();
		server.restart();
		assertThat(device("linus", Carrier.TCP).topics.get(this.topic).path("mentions").asInt()).isEqualTo(1);
	}

	@Test
	void aMutedUserMayRead() {
		Api olga = Members.browser(server, "olga");
		Device ada = device("ada", Carrier.TCP);
		guest("grace").post(this.topic, "one");
		long id = olga.post("/api/mutes", "{\"username\":\"ada\",\"minutes\":5}").json().path("id").asLong();
		try {
			ada.read(this.topic, 1);
		}
		finally {
			olga.delete("/api/mutes/" + id);
		}
	}

	@Test
	void aDeletedAccountLeavesNoMark() {
		String password = "correct horse";
		Api browser = server.api();
		browser.signUp("frances", password);
		try (StompClient page = StompClient.connectWithCookie(server.port(), browser.cookie())) {
			page.subscribe(QUEUE);
			awaitUnread(page, 0);
			page.send("SEND", "{\"seq\":0}", "destination:/app/read." + this.topic);
			Awaitility.await().until(() -> rows("read_mark") > 0);
		}
		browser.post("/api/account/deletion", "{\"password\":\"" + password + "\"}");
		assertThat(rows("read_mark")).isZero();
		assertThat(rows("unread_start")).isZero();
	}

	@Test
	void countsTheMessagesToADevelopersDestination() {
		Device grace = device("grace", Carrier.TCP);
		Device late = device("late", Carrier.TCP);
		RawClient player = guest("player");
		player.done("SEND", "{}", "destination:/app/dice").done("SEND", "{}", "destination:/app/dice");
		grace.awaitPlace("dice", 2);
		late.awaitPlace("dice", 2);
		grace.client.done("SEND", "{}", "destination:/app/read/dice");
		grace.awaitPlace("dice", 0);
		player.done("SEND", "{}", "destination:/app/dice");
		grace.awaitPlace("dice", 1);
		late.awaitPlace("dice", 3);
		player.subscribe("/user/queue/errors");
		assertThat(player.request("SEND", "{}", "destination:/app/read/cards").code()).isEqualTo("destination.unknown");
	}

	private static int rows(String table) {
		return server.bean(JdbcClient.class)
			.sql("select count(*) from " + table + " where account = (select max(id) from account)")
			.query(Integer.class)
			.single();
	}

	private void awaitUnread(StompClient page, int count) {
		while (true) {
			for (JsonNode state : page.take("MESSAGE").json().path("topics")) {
				if (state.path("topic").asString().equals(this.topic) && state.path("unread").asInt() == count) {
					return;
				}
			}
		}
	}

	private static Frame request(RawClient client, String kind, String topic, String body) {
		return client.request("SEND", body, "destination:/app/" + kind + "." + topic);
	}

	private static Predicate<JsonNode> unread(int count) {
		return (state) -> state.path("unread").asInt() == count;
	}

	private static RawClient guest(String name) {
		return server.connect(Carrier.TCP, name);
	}

	private static Device device(String name, Carrier carrier) {
		return new Device(Members.connect(server, carrier, name));
	}

	/** Keeps the states as a client does. */
	private static final class Device {

		private final RawClient client;

		private final Map<String, JsonNode> topics = new LinkedHashMap<>();

		private final Map<String, Integer> places = new LinkedHashMap<>();

		private final StringBuilder all = new StringBuilder();

		private String types = "";

		Device(RawClient client) {
			this.client = client.subscribe(QUEUE);
			apply();
		}

		void read(String topic, long seq) {
			send("read", topic, "{\"seq\":" + seq + "}");
		}

		void send(String kind, String topic, String body) {
			this.client.done("SEND", body, "destination:/app/" + kind + "." + topic);
		}

		JsonNode await(String topic, Predicate<JsonNode> wanted) {
			while (!this.topics.containsKey(topic) || !wanted.test(this.topics.get(topic))) {
				apply();
			}
			return this.topics.get(topic);
		}

		void awaitPlace(String place, int unread) {
			while (this.places.getOrDefault(place, 0) != unread) {
				apply();
			}
		}

		void awaitGone(String topic) {
			while (this.topics.containsKey(topic)) {
				apply();
			}
		}

		private void apply() {
			Frame frame = this.client.take("MESSAGE");
			this.all.append(frame.body());
			JsonNode notice = frame.json();
			this.types += notice.path("type").asString();
			notice.path("topics").forEach((state) -> this.topics.put(state.path("topic").asString(), state));
			notice.path("places")
				.forEach((state) -> this.places.put(state.path("place").asString(), state.path("unread").asInt()));
			notice.path("gone").forEach((name) -> this.topics.remove(name.asString()));
		}

	}

}
