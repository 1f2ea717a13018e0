package chat.hubbub.draft;

import java.util.concurrent.CompletableFuture;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import chat.hubbub.topic.TopicName;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Unsent texts over HTTP, each test with an account of its own. */
class DraftIntegrationTests {

	private static final String PASSWORD = "correct horse";

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	private final Api desk = server.api();

	private final Api phone = server.api();

	@Test
	void findsATextOnEveryDevice() {
		this.desk.signUp("ada", PASSWORD);
		this.phone.signIn("ada", PASSWORD);
		String topic = server.newTopic();
		assertThat(put(this.desk, "lobby", "half a").status()).isEqualTo(204);
		put(this.desk, topic, "  another\\n");
		put(this.desk, "lobby", "half a sentence");
		assertThat(this.phone.get("/api/drafts").body())
			.isEqualTo("[{\"topic\":\"lobby\",\"text\":\"half a sentence\"}," + "{\"topic\":\"" + topic
					+ "\",\"text\":\"  another\\n\"}]");
		put(this.phone, "lobby", " ");
		assertThat(this.desk.get("/api/drafts").list()).hasSize(1);
	}

	@Test
	void isTheAccountsAlone() {
		this.desk.signUp("grace", PASSWORD);
		put(this.desk, "lobby", "a secret");
		this.phone.signUp("eve", PASSWORD);
		assertThat(this.phone.get("/api/drafts").body()).isEqualTo("[]");
		Api guest = server.api();
		guest.enter("mallory");
		assertThat(put(guest, "lobby", "mine").code()).isEqualTo("sign-in.required");
		assertThat(guest.get("/api/drafts").code()).isEqualTo("sign-in.required");
	}

	@Test
	void isToldToTheAccountsOtherDevicesAndToNobodyElse() {
		this.desk.signUp("mary", PASSWORD);
		Api eve = server.api();
		eve.signUp("eve-2", PASSWORD);
		try (StompClient page = StompClient.connectWithCookie(server.port(), this.desk.cookie());
				StompClient other = StompClient.connectWithCookie(server.port(), eve.cookie())) {
			page.subscribe("/user/queue/drafts");
			other.subscribe("/user/queue/drafts").subscribe("/topic/chat");
			put(this.desk, "lobby", "half a");
			put(this.desk, "lobby", "");
			assertThat(page.take("MESSAGE").body()).isEqualTo("{\"topic\":\"lobby\",\"text\":\"half a\"}");
			assertThat(page.take("MESSAGE").body()).isEqualTo("{\"topic\":\"lobby\",\"text\":\"\"}");
			other.post("/app/chat", "{\"text\":\"fence\"}");
			assertThat(other.take("MESSAGE").json().path("text").asString()).isEqualTo("fence");
		}
	}

	@Test
	void refusesWhatCannotBecomeAMessage() {
		this.desk.signUp("hedy", PASSWORD);
		assertThat(put(this.desk, "lobby", "x".repeat(21_001)).code()).isEqualTo("text.too-long");
		assertThat(put(this.desk, "lobby", "\\ud800").code()).isEqualTo("text.ill-formed");
		assertThat(put(this.desk, "no-such-topic", "x").code()).isEqualTo("topic.unknown");
		assertThat(this.desk.put("/api/drafts/lobby", "[").code()).isEqualTo("request.malformed");
		assertThat(this.desk.get("/api/drafts").body()).isEqualTo("[]");
	}

	@Test
	void keepsTheNewestAndShowsNoTopicThatIsGone() {
		this.desk.signUp("barbara", PASSWORD);
		put(this.desk, "lobby", "the oldest");
		String account = "(select max(id) from account)";
		for (int i = 0; i < UnsentTextStore.MOST; i++) {
			jdbc().sql("insert into draft select " + account + ", 'gone-' || ?, 'x', max(saved_at) + 1 from draft")
				.param(i)
				.update();
		}
		put(this.desk, server.newTopic(), "the newest");
		assertThat(jdbc().sql("select count(*) from draft where account = " + account).query(Integer.class).single())
			.isEqualTo(UnsentTextStore.MOST);
		assertThat(this.desk.get("/api/drafts").list()).hasSize(1);
	}

	@Test
	void isErasedWithTheAccount() {
		this.desk.signUp("frances", PASSWORD);
		put(this.desk, "lobby", "to be forgotten");
		this.desk.post("/api/account/deletion", "{\"password\":\"" + PASSWORD + "\"}");
		assertThat(
				jdbc().sql("select count(*) from draft where text = 'to be forgotten'").query(Integer.class).single())
			.isZero();
	}

	@Test
	void isErasedWithTheConversationThatItsAuthorLeavesEvenIfItWaitsToBeStored() {
		server.api().signUp("hertha", PASSWORD);
		this.desk.signUp("lise", PASSWORD);
		String topic = this.desk.post("/api/conversations", "{\"people\":[\"hertha\"]}").json().path("name").asString();
		User lise = server.bean(Accounts.class).find(new Username("lise")).orElseThrow().user();
		CompletableFuture<Void> waiting = server.bean(Drafts.class).keep(lise, new TopicName(topic), "left behind");
		assertThat(this.desk.delete("/api/topics/" + topic + "/members/lise").status()).isEqualTo(204);
		waiting.join();
		Awaitility.await()
			.until(() -> jdbc().sql("select count(*) from draft where text = 'left behind'")
				.query(Integer.class)
				.single() == 0);
	}

	private static Api.Answer put(Api browser, String topic, String text) {
		return browser.put("/api/drafts/" + topic, "{\"text\":\"" + text + "\"}");
	}

	private static JdbcClient jdbc() {
		return server.bean(JdbcClient.class);
	}

}
