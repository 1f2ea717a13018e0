package chat.hubbub.mention;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** People who are mentioned are shown and told, if they may read the message. */
class MentionIntegrationTests {

	private static final String NOTICES = "/user/queue/notices";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(Members.SETTINGS);

	private final String topic = server.newTopic();

	private final RawClient linus = Members.connect(server, Carrier.TCP, "linus");

	@ParameterizedTest
	@ValueSource(strings = { "since:0", "last:1" })
	void travelsWithItsMessageToEveryReader(String from) {
		RawClient reader = server.connect(Carrier.TCP, "reader").subscribe(chat(this.topic));
		post("Tea, @Ada? `@olga` and me@linus");
		JsonNode live = reader.take("MESSAGE").json();
		assertThat(live.path("mentions")).hasToString("[{\"name\":\"ada\",\"text\":\"Ada\"}]");
		assertThat(live.path("text").asString()).isEqualTo("Tea, @Ada? `@olga` and me@linus");
		assertThat(history()).containsExactly(live);
		RawClient late = server.connect(Carrier.TCP, "late").subscribe(chat(this.topic), from);
		assertThat(late.take("MESSAGE").json()).isEqualTo(live);
	}

	@Test
	void aMessageWithoutMentionsHasNoSuchField() {
		post("me@linus");
		assertThat(history().get(0).has("mentions")).isFalse();
	}

	@Test
	void isToldOnceOnEachConnectionOfThePerson() {
		List<RawClient> adas = List.of(told("ada"), told("ada"));
		RawClient olga = told("olga");
		post("x".repeat(300) + " @ada @ADA");
		post("@ada @olga");
		for (RawClient ada : adas) {
			JsonNode notice = ada.take("MESSAGE").json();
			assertThat(notice.path("type").asString()).isEqualTo("mention");
			assertThat(notice.path("topic").asString()).isEqualTo(this.topic);
			assertThat(notice.path("seq").asLong()).isEqualTo(1);
			assertThat(notice.path("sender").asString()).isEqualTo("linus");
			assertThat(notice.path("text").asString()).isEqualTo("x".repeat(200) + "…");
			assertThat(notice.path("sentAt")).isEqualTo(history().get(0).path("sentAt"));
			assertThat(seqOf(ada)).isEqualTo(2);
		}
		assertThat(seqOf(olga)).isEqualTo(2);
	}

	@Test
	void aRetryIsToldOnce() {
		RawClient ada = told("ada");
		for (int time = 0; time < 3; time++) {
			this.linus.done("SEND", "{\"text\":\"@ada\",\"id\":\"retry\"}", "destination:/app/chat." + this.topic);
		}
		post("@ada");
		assertThat(seqOf(ada)).isEqualTo(1);
		assertThat(seqOf(ada)).isEqualTo(2);
	}

	@Test
	void theAuthorIsShownAndNotTold() {
		RawClient self = told("linus");
		RawClient guest = server.connect(Carrier.TCP, "rosa").subscribe(NOTICES).subscribe(chat(this.topic));
		post("@linus");
		guest.post(this.topic, "@rosa @linus");
		assertThat(seqOf(self)).isEqualTo(2);
		post("@rosa");
		assertThat(guest.takeFrom(NOTICES).json().path("seq").asLong()).isEqualTo(3);
		assertThat(names(1)).containsExactly("linus");
		assertThat(names(2)).containsExactly("rosa", "linus");
	}

	@Test
	void aPersonWhoMayNotReadItIsNeitherShownNorTold() {
		String hidden = privateTopic();
		RawClient linus = told("linus");
		RawClient ada = told("ada");
		RawClient guest = server.connect(Carrier.TCP, "mary").subscribe(NOTICES);
		RawClient olga = told("olga");
		olga.post(hidden, "@linus @mary @ada");
		assertThat(seqOf(ada)).isEqualTo(1);
		assertThat(server.bean(JdbcClient.class)
			.sql("select name from mention where topic = ?")
			.param(hidden)
			.query(String.class)
			.list()).containsExactly("ada");
		Members.browser(server, "ada").put("/api/topics/" + hidden + "/members/linus", "{}");
		ada.post(hidden, "@linus");
		assertThat(seqOf(linus)).isEqualTo(2);
		olga.post(this.topic, "@mary");
		assertThat(topicOf(guest)).isEqualTo(this.topic);
	}

	@Test
	void oneWhoIsBannedOrNoLongerInvitedIsNotTold() {
		String hidden = privateTopic();
		Api moderator = Members.browser(server, "ada");
		moderator.put("/api/topics/" + hidden + "/members/linus", "{}");
		RawClient linus = told("linus");
		RawClient ada = Members.connect(server, Carrier.TCP, "ada");
		ada.post(hidden, "@linus");
		assertThat(topicOf(linus)).isEqualTo(hidden);
		moderator.delete("/api/topics/" + hidden + "/members/linus");
		ada.post(hidden, "@linus");
		ada.post(this.topic, "@linus");
		assertThat(topicOf(linus)).isEqualTo(this.topic);
	}

	@Test
	void anEditTellsThoseWhomItAddsAndForgetsThoseWhomItRemoves() {
		RawClient ada = told("ada");
		RawClient olga = told("olga");
		RawClient reader = server.connect(Carrier.TCP, "reader").subscribe(chat(this.topic));
		post("@ada");
		assertThat(seqOf(ada)).isEqualTo(1);
		edit(1, "@olga and @ada");
		assertThat(seqOf(olga)).isEqualTo(1);
		assertThat(reader.takeMessages(2).get(1).json().path("mentions"))
			.hasToString("[{\"name\":\"olga\"},{\"name\":\"ada\"}]");
		edit(1, "@olga");
		assertThat(names(1)).containsExactly("olga");
		assertThat(rows()).isEqualTo(1);
		edit(1, "nothing");
		assertThat(history().get(0).has("mentions")).isFalse();
		assertThat(rows()).isZero();
		edit(1, "@ada");
		assertThat(seqOf(ada)).isEqualTo(1);
		post("@olga");
		assertThat(seqOf(olga)).isEqualTo(6);
		RawClient late = server.connect(Carrier.TCP, "late").subscribe(chat(this.topic), "since:0");
		assertThat(late.takeMessages(5)).extracting((frame) -> frame.json().path("mentions").toString())
			.containsOnly("[{\"name\":\"ada\"}]");
	}

	@Test
	void aDeletionErasesThem() {
		RawClient reader = server.connect(Carrier.TCP, "reader").subscribe(chat(this.topic));
		post("@ada");
		edit(1, "@ada @olga");
		this.linus.done("SEND", "{\"target\":1}", "destination:/app/delete." + this.topic);
		assertThat(reader.takeMessages(3).get(2).json().has("mentions")).isFalse();
		assertThat(rows()).isZero();
		assertThat(history().get(0).has("mentions")).isFalse();
		RawClient late = server.connect(Carrier.TCP, "late").subscribe(chat(this.topic), "since:0");
		assertThat(late.takeMessages(3)).noneMatch((frame) -> frame.json().has("mentions"));
	}

	@Test
	void aDeletedAccountKeepsItsMentionsUnderItsNewName() {
		Api rosa = server.api();
		rosa.signUp("rosalind", "a secret of rosa");
		RawClient reader = server.connect(Carrier.TCP, "reader").subscribe(chat(this.topic));
		post("@rosalind @Rosalind");
		assertThat(reader.take("MESSAGE").json().path("mentions")).hasToString("[{\"name\":\"rosalind\"}]");
		rosa.post("/api/account/deletion", "{\"password\":\"a secret of rosa\"}");
		JsonNode mention = history().get(0).path("mentions").get(0);
		assertThat(mention.path("name").asString()).startsWith("deleted-");
		assertThat(mention.path("text").asString()).isEqualTo("rosalind");
		RawClient late = server.connect(Carrier.TCP, "late").subscribe(chat(this.topic), "since:0");
		assertThat(late.take("MESSAGE").json().path("mentions").get(0)).isEqualTo(mention);
	}

	@Test
	void hereMeansThoseWhoAreInTheTopic() {
		RawClient ada = told("ada").subscribe(chat(this.topic));
		RawClient guest = server.connect(Carrier.TCP, "joan").subscribe(NOTICES).subscribe(chat(this.topic));
		RawClient olga = told("olga");
		awaitPeople("ada", "joan");
		post("@here @Ada");
		assertThat(history().get(0).path("mentions"))
			.hasToString("[{\"here\":true},{\"name\":\"ada\",\"text\":\"Ada\"}]");
		assertThat(ada.takeFrom(NOTICES).json().path("seq").asLong()).isEqualTo(1);
		assertThat(guest.takeFrom(NOTICES).json().path("seq").asLong()).isEqualTo(1);
		edit(1, "@here again");
		post("@ada @joan @olga");
		for (RawClient each : List.of(ada, guest, olga)) {
			assertThat(each.takeFrom(NOTICES).json().path("seq").asLong()).isEqualTo(3);
		}
		assertThat(accounts(1)).containsExactly("ada");
	}

	@Test
	void aConversationTellsItsPeopleOfEachMessageOnce() {
		RawClient ada = told("ada");
		RawClient linus = told("linus");
		RawClient olga = told("olga");
		String between = Members.browser(server, "ada")
			.post("/api/conversations", "{\"people\":[\"linus\"]}")
			.json()
			.path("name")
			.asString();
		ada.post(between, "just you").post(between, "@linus and @olga");
		ada.done("SEND", "{\"target\":1,\"text\":\"@linus\"}", "destination:/app/edit." + between);
		ada.post(this.topic, "@linus @olga");
		linus.post(between, "yes");
		for (long seq = 1; seq <= 2; seq++) {
			JsonNode notice = linus.takeFrom(NOTICES).json();
			assertThat(notice.path("type").asString()).isEqualTo("direct");
			assertThat(notice.path("topic").asString()).isEqualTo(between);
			assertThat(notice.path("seq").asLong()).isEqualTo(seq);
			assertThat(notice.path("sender").asString()).isEqualTo("ada");
		}
		assertThat(topicOf(linus)).isEqualTo(this.topic);
		assertThat(topicOf(olga)).isEqualTo(this.topic);
		assertThat(topicOf(ada)).isEqualTo(between);
	}

	@Test
	void hereIsTextWhereNobodyIs() {
		post("@here");
		assertThat(history().get(0).has("mentions")).isFalse();
	}

	@Test
	void manySignsAreStoredAsTheyAre() {
		post("@".repeat(20_000));
		post("@a ".repeat(1_000) + "@ada");
		post("\u202e@ada\u202e @\u202eada");
		assertThat(history()).extracting((message) -> message.path("mentions").toString())
			.containsExactly("", "[{\"name\":\"ada\"}]", "[{\"name\":\"ada\"}]");
	}

	@Test
	void messagesBeforeAndBehindOneKeepTheirOrder() {
		RawClient reader = server.connect(Carrier.TCP, "reader").subscribe(chat(this.topic));
		for (Carrier carrier : List.of(Carrier.TCP, Carrier.WEB_SOCKET_TEXT)) {
			RawClient writer = server.connect(carrier, "writer");
			IntStream.range(0, 100)
				.forEach((number) -> writer.send("SEND",
						"{\"text\":\"" + number + ((number % 3 == 0) ? " @ada" : "") + "\"}",
						"destination:/app/chat." + this.topic));
			assertThat(reader.takeMessages(100))
				.extracting((frame) -> frame.json().path("text").asString().split(" ")[0])
				.containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(String::valueOf).toList());
		}
	}

	private void post(String text) {
		this.linus.post(this.topic, text);
	}

	private void edit(long target, String text) {
		Frame answer = this.linus.request("SEND", "{\"target\":" + target + ",\"text\":\"" + text + "\"}",
				"destination:/app/edit." + this.topic);
		assertThat(answer.is("RECEIPT")).isTrue();
	}

	/** Of two nodes each shows them a moment later than the other. */
	private void awaitPeople(String... names) {
		for (int node = 0; node < 2; node++) {
			RawClient watcher = server.connect(Carrier.TCP, "watcher").subscribe("/topic/presence." + this.topic);
			Set<String> people = new HashSet<>();
			while (!people.containsAll(List.of(names))) {
				JsonNode notice = watcher.take("MESSAGE").json();
				notice.path("people").forEach((person) -> people.add(person.path("name").asString()));
			}
		}
	}

	/** A client that hears the notices to somebody. */
	private static RawClient told(String name) {
		return Members.connect(server, Carrier.TCP, name).subscribe(NOTICES);
	}

	private static long seqOf(RawClient client) {
		return client.take("MESSAGE").json().path("seq").asLong();
	}

	private static String topicOf(RawClient client) {
		return client.take("MESSAGE").json().path("topic").asString();
	}

	/** A topic of Ada's. */
	private String privateTopic() {
		String name = "private-" + this.topic;
		assertThat(Members.browser(server, "ada")
			.post("/api/topics", "{\"name\":\"" + name + "\",\"access\":\"private\"}")
			.status()).isEqualTo(201);
		return name;
	}

	private List<JsonNode> history() {
		return server.api().history(this.topic);
	}

	private List<String> names(long seq) {
		return history().get((int) seq - 1)
			.path("mentions")
			.valueStream()
			.map((mention) -> mention.path("name").asString())
			.toList();
	}

	private int rows() {
		return server.bean(JdbcClient.class)
			.sql("select count(*) from mention where topic = ?")
			.param(this.topic)
			.query(Integer.class)
			.single();
	}

	private List<String> accounts(long seq) {
		return server.bean(JdbcClient.class)
			.sql("select account.name from mention join account on account.id = mention.account "
					+ "where topic = ? and seq = ?")
			.params(this.topic, seq)
			.query(String.class)
			.list();
	}

	private static String chat(String topic) {
		return "/topic/chat." + topic;
	}

}
