package chat.hubbub.message;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.Role;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes on one node reach the clients of the other by facts alone: only the bus and the
 * store join the nodes.
 */
class TwoNodesIntegrationTests {

	private static final TwoNodes nodes = new TwoNodes();

	@RegisterExtension
	@Order(1)
	static final BrokerServer here = nodes.here;

	@RegisterExtension
	@Order(2)
	static final BrokerServer there = nodes.there;

	private final Api ada = Members.browser(here, "ada");

	@Test
	void aMessageIsHeardOnBothAndNumberedOnce() {
		String topic = here.newTopic();
		RawClient grace = here.connect(Carrier.TCP, "grace").subscribe("/topic/chat." + topic);
		RawClient joan = there.connect(Carrier.TCP, "joan").subscribe("/topic/chat." + topic);
		IntStream.range(0, 10).forEach((number) -> {
			grace.post(topic, "from here " + number);
			joan.post(topic, "from there " + number);
		});
		List<Long> all = LongStream.rangeClosed(1, 20).boxed().toList();
		assertThat(grace.takeSeqs(20)).isEqualTo(all);
		assertThat(joan.takeSeqs(20)).isEqualTo(all);
		assertThat(there.api().history(topic)).hasSize(20);
	}

	@Test
	void aConversationIsTheSameOnBothFromItsFirstMessage() {
		Api linus = Members.browser(there, "linus");
		String request = "{\"people\":[\"ada\",\"linus\",\"otto\"]}";
		List<CompletableFuture<String>> opened = Stream.of(this.ada, linus, this.ada, linus)
			.map((browser) -> CompletableFuture
				.supplyAsync(() -> browser.post("/api/conversations", request).json().path("name").asString()))
			.toList();
		assertThat(opened).extracting(CompletableFuture::join).doesNotContain("").containsOnly(opened.get(0).join());
		String topic = this.ada.post("/api/conversations", "{\"people\":[\"linus\"]}").json().path("name").asString();
		RawClient news = Members.connect(there, Carrier.TCP, "linus").subscribe("/user/queue/topics");
		Members.connect(here, Carrier.TCP, "ada").post(topic, "psst");
		assertThat(news.take("MESSAGE").json().path("name").asString()).isEqualTo(topic);
		assertThat(linus.history(topic)).hasSize(1);
	}

	@Test
	void aDeletionIsHeardAndTheTextIsNowhere() {
		String topic = newTopic();
		RawClient joan = there.connect(Carrier.TCP, "joan").subscribe("/topic/chat." + topic);
		Members.connect(here, Carrier.TCP, "ada").post(topic, "a slip");
		assertThat(joan.take("MESSAGE").json().path("text").asString()).isEqualTo("a slip");
		assertThat(this.ada.delete("/api/topics/" + topic + "/messages/1").status()).isEqualTo(204);
		assertThat(joan.take("MESSAGE").json().path("type").asString()).isEqualTo("deleted");
		RawClient late = there.connect(Carrier.TCP, "mary").subscribe("/topic/chat." + topic, "since:0");
		assertThat(late.takeMessages(2)).extracting(Frame::body).noneMatch((body) -> body.contains("a slip"));
		assertThat(there.api().history(topic).toString()).doesNotContain("a slip");
	}

	@Test
	void anEditIsHeardAndTheFormerTextsAreNowhere() {
		String topic = newTopic();
		RawClient joan = there.connect(Carrier.TCP, "joan").subscribe("/topic/chat." + topic);
		RawClient author = Members.connect(here, Carrier.TCP, "ada").post(topic, "a slip");
		joan.done("SEND", "{\"text\":\"what?\",\"reply\":1}", "destination:/app/chat." + topic);
		for (String text : List.of("another slip", "at last")) {
			author.done("SEND", "{\"target\":1,\"text\":\"" + text + "\"}", "destination:/app/edit." + topic);
		}
		assertThat(joan.takeMessages(4)).extracting((frame) -> frame.json().path("text").asString())
			.containsExactly("a slip", "what?", "another slip", "at last");
		RawClient late = there.connect(Carrier.TCP, "mary").subscribe("/topic/chat." + topic, "since:0");
		assertThat(late.takeMessages(4)).extracting(Frame::body)
			.allMatch((body) -> body.contains("at last"))
			.noneMatch((body) -> body.contains("slip"));
		assertThat(there.api().history(topic).toString()).contains("at last").doesNotContain("slip");
	}

	@Test
	void aReactionIsHeardOnBothAndKeptOnce() {
		String topic = newTopic();
		RawClient joan = there.connect(Carrier.TCP, "joan").subscribe("/topic/chat." + topic);
		RawClient grace = here.connect(Carrier.TCP, "grace").post(topic, "Tea is ready");
		assertThat(joan.take("MESSAGE").json().path("seq").asLong()).isEqualTo(1);
		String body = "{\"target\":1,\"emoji\":\"👍\",\"on\":true}";
		grace.done("SEND", body, "destination:/app/react." + topic);
		assertThat(joan.take("MESSAGE").json().path("added")).hasToString("{\"👍\":[\"grace\"]}");
		joan.done("SEND", body, "destination:/app/react." + topic);
		for (BrokerServer node : List.of(here, there)) {
			assertThat(node.api().history(topic).get(0).path("reactions")).hasToString("{\"👍\":[\"grace\",\"joan\"]}");
			RawClient late = node.connect(Carrier.TCP, "mary").subscribe("/topic/chat." + topic, "last:1");
			assertThat(late.takeMessages(3).get(0).json()).isEqualTo(node.api().history(topic).get(0));
		}
	}

	@Test
	void aMentionIsToldOnBothAndHereMeansThoseOnBoth() {
		String topic = newTopic();
		RawClient[] linus = { Members.connect(here, Carrier.TCP, "linus").subscribe("/user/queue/notices"),
				Members.connect(there, Carrier.TCP, "linus").subscribe("/user/queue/notices") };
		RawClient joan = there.connect(Carrier.TCP, "joan")
			.subscribe("/user/queue/notices")
			.subscribe("/topic/chat." + topic);
		awaitOnline(here.connect(Carrier.TCP, "grace").subscribe("/topic/presence." + topic), 1);
		RawClient ada = Members.connect(here, Carrier.TCP, "ada");
		ada.post(topic, "@linus").post(topic, "@here").post(topic, "@linus and @joan");
		for (RawClient each : linus) {
			assertThat(each.take("MESSAGE").json().path("seq").asLong()).isEqualTo(1);
			assertThat(each.take("MESSAGE").json().path("seq").asLong()).isEqualTo(3);
		}
		assertThat(joan.takeFrom("/user/queue/notices").json().path("seq").asLong()).isEqualTo(2);
		assertThat(joan.takeFrom("/user/queue/notices").json().path("seq").asLong()).isEqualTo(3);
		assertThat(there.api().history(topic)).extracting((message) -> message.path("mentions").toString())
			.containsExactly("[{\"name\":\"linus\"}]", "[{\"here\":true}]",
					"[{\"name\":\"linus\"},{\"name\":\"joan\"}]");
	}

	@Test
	void aNewTopicIsThereAndToldOfOnce() {
		RawClient joan = there.connect(Carrier.TCP, "joan").subscribe("/topic/topics");
		String first = newTopic();
		String second = newTopic();
		assertThat(joan.take("MESSAGE").json().path("name").asString()).isEqualTo(first);
		assertThat(joan.take("MESSAGE").json().path("name").asString()).isEqualTo(second);
		joan.post(first, "I found it");
		assertThat(here.api().history(first)).hasSize(1);
	}

	@Test
	void aRightThatIsWithdrawnEndsTheSubscription() {
		String topic = newTopic();
		assertThat(this.ada.patch("/api/topics/" + topic, "{\"access\":\"private\"}").status()).isEqualTo(200);
		assertThat(this.ada.put("/api/topics/" + topic + "/members/linus", "{}").status()).isBetween(200, 204);
		RawClient linus = Members.connect(there, Carrier.TCP, "linus")
			.subscribe("/user/queue/errors")
			.subscribe("/topic/chat." + topic);
		assertThat(this.ada.delete("/api/topics/" + topic + "/members/linus").status()).isEqualTo(204);
		Members.connect(here, Carrier.TCP, "ada").post(topic, "nobody else may read this");
		assertThat(linus.take("MESSAGE").code()).isEqualTo("subscription.ended");
		assertThat(linus.request("SUBSCRIBE", "", "id:9", "destination:/topic/chat." + topic).code())
			.isEqualTo("topic.unknown");
		assertThat(linus.has((frame) -> frame.is("MESSAGE"))).isFalse();
	}

	@Test
	void aBanEndsWhatIsOpenAndKeepsThemOutUntilItIsLifted() {
		Api olga = Members.browser(here, "olga");
		RawClient linus = Members.connect(there, Carrier.TCP, "linus");
		Api.Answer ban = olga.post("/api/bans", "{\"username\":\"linus\",\"minutes\":60}");
		assertThat(linus.take("ERROR").code()).isEqualTo("banned");
		linus.awaitClose();
		olga.delete("/api/bans/" + ban.json().path("id").asLong());
		assertThat(Members.connect(there, Carrier.TCP, "linus").isClosed()).isFalse();
	}

	@Test
	void aTokenThatIsRevokedEndsItsConnections() {
		String token = this.ada.token("bot");
		RawClient bot = there.connect(Carrier.TCP, "ada", "passcode:" + token);
		long id = this.ada.get("/api/tokens").list().get(0).path("id").asLong();
		assertThat(this.ada.delete("/api/tokens/" + id).status()).isEqualTo(204);
		assertThat(bot.take("ERROR").code()).isEqualTo("token.invalid");
		bot.awaitClose();
	}

	@Test
	void aSignOutEndsTheConnectionsOfThatBrowser() {
		Api joan = here.api();
		joan.signUp("hedy", "a secret of hedy");
		try (StompClient page = StompClient.connectWithCookie(there.port(), joan.cookie())) {
			assertThat(page.userName()).isEqualTo("hedy");
			assertThat(joan.delete("/api/session").status()).isEqualTo(204);
			assertThat(page.take("ERROR").code()).isEqualTo("session.ended");
		}
	}

	@Test
	void aDeletedAccountIsGone() {
		Api rosa = here.api();
		rosa.signUp("rosa", "a secret of rosa");
		assertThat(there.api().enter("rosa").code()).isEqualTo("name.taken");
		RawClient connection = there.connect(Carrier.TCP, "rosa", "passcode:a secret of rosa");
		rosa.post("/api/account/deletion", "{\"password\":\"a secret of rosa\"}");
		assertThat(connection.take("ERROR").code()).isEqualTo("session.ended");
		RawClient again = there.open(Carrier.TCP);
		again.send("CONNECT", "", "accept-version:1.2", "host:localhost", "login:rosa", "passcode:a secret of rosa");
		assertThat(again.take("ERROR").code()).isEqualTo("sign-in.failed");
	}

	@Test
	void anAdminWhoIsNoneAnyMoreComesAgain() {
		Accounts accounts = here.bean(Accounts.class);
		long olga = here.bean(Members.class).olga().id();
		RawClient connection = Members.connect(there, Carrier.TCP, "olga");
		accounts.changeRole(olga, Role.MEMBER);
		try {
			assertThat(connection.take("ERROR").code()).isEqualTo("session.ended");
		}
		finally {
			accounts.changeRole(olga, Role.ADMIN);
		}
	}

	@Test
	void whatWasMissedIsReadAnew() {
		String topic = newTopic();
		Members.connect(here, Carrier.TCP, "ada").post(topic, "a slip");
		String token = this.ada.token("bot");
		long id = this.ada.get("/api/tokens").list().get(0).path("id").asLong();
		RawClient bot = there.connect(Carrier.TCP, "ada", "passcode:" + token);
		RawClient joan = there.connect(Carrier.TCP, "joan").subscribe("/topic/chat." + topic, "last:1");
		assertThat(joan.take("MESSAGE").body()).contains("a slip");
		nodes.apart(() -> {
			this.ada.delete("/api/tokens/" + id);
			this.ada.delete("/api/topics/" + topic + "/messages/1");
			this.ada.patch("/api/topics/" + topic, "{\"access\":\"members\"}");
			assertThat(bot.done("SEND", "{\"text\":\"I am still here\"}", "destination:/app/chat").isClosed())
				.isFalse();
		});
		assertThat(bot.take("ERROR").code()).isEqualTo("token.invalid");
		assertThat(joan.take("ERROR").code()).isEqualTo("subscription.ended");
		RawClient linus = Members.connect(there, Carrier.TCP, "linus").subscribe("/topic/chat." + topic, "since:0");
		assertThat(linus.takeMessages(2)).extracting(Frame::body).noneMatch((body) -> body.contains("a slip"));
	}

	@Test
	void peopleOnBothNodesSeeEachOtherAndOneOnBothIsOne() {
		String topic = newTopic();
		RawClient grace = here.connect(Carrier.TCP, "grace")
			.subscribe("/topic/presence." + topic)
			.subscribe("/topic/chat." + topic);
		RawClient joan = there.connect(Carrier.TCP, "joan")
			.subscribe("/topic/presence." + topic)
			.subscribe("/topic/chat." + topic);
		Members.connect(here, Carrier.TCP, "ada").subscribe("/topic/chat." + topic);
		Members.connect(there, Carrier.TCP, "ada").subscribe("/topic/chat." + topic);
		awaitOnline(grace, 3);
		awaitOnline(joan, 3);
	}

	private static void awaitOnline(RawClient client, int count) {
		Frame frame = client.take("MESSAGE");
		while (frame.json().path("online").asInt() != count) {
			frame = client.take("MESSAGE");
		}
	}

	/** A topic that Ada moderates. */
	private String newTopic() {
		String name = "room-" + System.nanoTime();
		assertThat(this.ada.post("/api/topics", "{\"name\":\"" + name + "\"}").status()).isEqualTo(201);
		return name;
	}

}
