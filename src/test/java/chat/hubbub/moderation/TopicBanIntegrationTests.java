package chat.hubbub.moderation;

import java.time.Duration;
import java.util.List;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.topic.Access;
import chat.hubbub.topic.Topic;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.TopicChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A user that is banned from a topic cannot read or post there, and is told the reason.
 */
class TopicBanIntegrationTests {

	private static final String SECRET = "not for linus";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(MovableClock.SETTINGS);

	private static int topics;

	private final TopicName tea = new TopicName("ban-" + ++topics);

	private final String bans = "/api/topics/" + this.tea + "/bans";

	private final Api ada = Members.browser(server, "ada");

	TopicBanIntegrationTests() {
		server.bean(TopicChanges.class)
			.create(server.bean(Members.class).ada(), new Topic(this.tea, "Tea", "", Access.OPEN, false));
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void endsWhatIsSubscribed(Carrier carrier) {
		RawClient linus = Members.connect(server, carrier, "linus")
			.subscribe("/user/queue/errors")
			.subscribe(this.tea.destination())
			.subscribe("/topic/typing." + this.tea)
			.subscribe("/topic/chat");
		ban("linus");
		say(SECRET);
		assertThat(linus.take("MESSAGE").code()).isEqualTo("subscription.ended");
		assertThat(linus.take("MESSAGE").code()).isEqualTo("subscription.ended");
		for (String header : List.of("since:0", "last:5", "ack:auto")) {
			assertBanned(linus.request("SUBSCRIBE", "", "id:again", "destination:" + this.tea.destination(), header));
		}
		assertBanned(linus.request("SEND", "{\"text\":\"?\"}", "destination:/app/chat." + this.tea));
		assertBanned(linus.request("SEND", "", "destination:/app/typing." + this.tea));
		linus.done("SEND", "{\"text\":\"elsewhere\"}", "destination:/app/chat");
		assertThat(linus.take("MESSAGE").json().path("text").asString()).isEqualTo("elsewhere");
		assertThat(linus.has((frame) -> frame.is("MESSAGE"))).isFalse();
	}

	@Test
	void looksLikeNoTopicInTheListAndSaysWhyWhenAskedByName() {
		Api linus = Members.browser(server, "linus");
		assertThat(names(linus)).contains(this.tea.value());
		ban("linus");
		assertThat(names(linus)).doesNotContain(this.tea.value()).contains("lobby");
		for (String path : List.of("", "/messages", "/members", "/bans")) {
			assertThat(linus.get("/api/topics/" + this.tea + path).code()).as(path).isEqualTo("banned");
		}
		assertThat(linus.delete("/api/topics/" + this.tea + "/messages/1").code()).isEqualTo("banned");
		assertThat(names(server.api())).contains(this.tea.value());
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void tellsThePageThatItGoesAndThatItComesBack(boolean byItself) {
		RawClient linus = Members.connect(server, Carrier.TCP, "linus").subscribe("/user/queue/topics");
		RawClient grace = server.connect(Carrier.TCP, "grace").subscribe("/user/queue/topics");
		long ban = ban("linus");
		JsonNode gone = linus.take("MESSAGE").json();
		assertThat(gone.path("name").asString()).isEqualTo(this.tea.value());
		assertThat(gone.path("gone").asBoolean()).isTrue();
		if (byItself) {
			server.bean(MovableClock.class).advance(Duration.ofMinutes(61));
			server.bean(Expulsions.class).tellWhatHasRunOut();
		}
		else {
			this.ada.delete(this.bans + "/" + ban);
		}
		JsonNode back = linus.take("MESSAGE").json();
		assertThat(back.path("name").asString()).isEqualTo(this.tea.value());
		assertThat(back.path("mayPost").asBoolean()).isTrue();
		linus.subscribe(this.tea.destination(), "last:1");
		grace.subscribe("/topic/chat");
		assertThat(grace.has((frame) -> frame.is("MESSAGE"))).isFalse();
	}

	@Test
	void leavesWhoeverMayNotReadTheTopicInTheDark() {
		TopicName secret = new TopicName(this.tea + "-secret");
		server.bean(TopicChanges.class)
			.create(server.bean(Members.class).ada(), new Topic(secret, "Secret", "", Access.PRIVATE, false));
		RawClient linus = Members.connect(server, Carrier.TCP, "linus").subscribe("/user/queue/topics");
		assertThat(this.ada.post("/api/topics/" + secret + "/bans", "{\"username\":\"linus\"}").status())
			.isEqualTo(201);
		assertThat(Members.browser(server, "linus").get("/api/topics/" + secret).code()).isEqualTo("topic.unknown");
		linus.subscribe("/topic/chat");
		assertThat(linus.has((frame) -> frame.is("MESSAGE"))).isFalse();
		// Not even when it changes, or when they are invited.
		this.ada.put("/api/topics/" + secret + "/members/linus", "{}");
		this.ada.patch("/api/topics/" + secret, "{\"title\":\"Other\"}");
		linus.subscribe("/user/queue/errors");
		assertThat(linus.has((frame) -> frame.is("MESSAGE"))).isFalse();
	}

	@Test
	void noSubscriptionSlipsInMeanwhile() throws Exception {
		RawClient linus = Members.connect(server, Carrier.TCP, "linus").subscribe("/user/queue/errors");
		for (int round = 0; round < 20; round++) {
			long[] ban = new long[1];
			Thread moderator = new Thread(() -> ban[0] = ban("linus"));
			moderator.start();
			linus.request("SUBSCRIBE", "", "id:" + round, "destination:" + this.tea.destination());
			moderator.join();
			say(SECRET);
			linus.done("SEND", "{\"text\":\"sync\"}", "destination:/app/chat");
			assertThat(linus.has((frame) -> frame.is("MESSAGE") && !frame.isFault())).isFalse();
			this.ada.delete(this.bans + "/" + ban[0]);
		}
	}

	@Test
	void aGuestDoesNotEvadeItByAnotherNameAndModeratorsSeeNoAddress() {
		RawClient troll = server.connect(Carrier.TCP, "troll")
			.subscribe("/user/queue/errors")
			.subscribe(this.tea.destination());
		ban("troll");
		assertThat(troll.take("MESSAGE").code()).isEqualTo("subscription.ended");
		troll.close();
		assertBanned(server.connect(Carrier.TCP, "innocent")
			.request("SUBSCRIBE", "", "id:1", "destination:" + this.tea.destination()));
		Api renamed = server.api();
		renamed.enter("renamed");
		assertThat(renamed.get("/api/topics/" + this.tea + "/messages").code()).isEqualTo("banned");
		assertThat(this.ada.get(this.bans).list().get(0).has("address")).isFalse();
		assertThat(Members.browser(server, "olga").get(this.bans).list().get(0).path("address").asString())
			.isEqualTo("127.0.0.1");
	}

	@Test
	void aBannedModeratorModeratesNoMore() {
		this.ada.put("/api/topics/" + this.tea + "/members/linus", "{\"moderator\":true}");
		Api linus = Members.browser(server, "linus");
		assertThat(linus.get(this.bans).status()).isEqualTo(200);
		ban("linus");
		assertThat(linus.get(this.bans).code()).isEqualTo("banned");
	}

	@Test
	void outlivesARestart() {
		ban("linus");
		server.restart();
		assertThat(Members.browser(server, "linus").get("/api/topics/" + this.tea).code()).isEqualTo("banned");
	}

	private long ban(String name) {
		Api.Answer answer = this.ada.post(this.bans, "{\"username\":\"" + name + "\",\"minutes\":60}");
		assertThat(answer.status()).isEqualTo(201);
		return answer.json().path("id").asLong();
	}

	private void say(String text) {
		Members.connect(server, Carrier.TCP, "ada").post(this.tea.value(), text);
	}

	private static List<String> names(Api browser) {
		return browser.get("/api/topics").list().stream().map((topic) -> topic.path("name").asString()).toList();
	}

	private static void assertBanned(Frame refusal) {
		assertThat(refusal.code()).isEqualTo("banned");
		assertThat(refusal.sentence()).startsWith("You are banned from this topic until ");
	}

}
