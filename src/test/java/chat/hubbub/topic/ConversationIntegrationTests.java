package chat.hubbub.topic;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Ada and Linus are members, Olga and Otto admins. */
class ConversationIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(Members.SETTINGS);

	private final Api ada = Members.browser(server, "ada");

	private final Api linus = Members.browser(server, "linus");

	private final Api olga = Members.browser(server, "olga");

	@Test
	void appearsForTheOthersWithItsFirstMessage() {
		RawClient reader = news("linus");
		RawClient other = news("olga");
		RawClient own = news("ada");
		String topic = open(this.ada, "linus", "olga");
		assertThat(own.take("MESSAGE").json().path("title").asString()).isEqualTo("linus, olga");
		Members.connect(server, Carrier.TCP, "ada").post(topic, "psst").post(topic, "hey");
		for (RawClient each : List.of(reader, other)) {
			JsonNode listing = each.take("MESSAGE").json();
			assertThat(listing.path("name").asString()).isEqualTo(topic);
			assertThat(listing.path("title").asString()).startsWith("ada, ");
			assertThat(listing.path("access").asString()).isEqualTo("direct");
			assertThat(listing.path("head").asLong()).isPositive();
		}
		assertThat(this.linus.get("/api/conversations").list()).extracting((listing) -> listing.path("name").asString())
			.contains(topic);
		leave(this.linus, "linus", topic);
	}

	@Test
	void isOneHoweverOftenAndByWhomeverItIsOpened() {
		Set<String> names = Stream.of(this.ada, this.linus, this.ada, this.linus, this.ada, this.linus)
			.map((browser) -> CompletableFuture.supplyAsync(() -> open(browser, "ada", "linus", "otto")))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.collect(Collectors.toSet());
		assertThat(names).hasSize(1);
	}

	@Test
	void comesFirstInTheListWithTheNewestMessage() {
		String first = open(this.ada, "olga");
		String second = open(this.ada, "otto");
		RawClient writer = Members.connect(server, Carrier.TCP, "ada").post(first, "one").post(second, "two");
		assertThat(newest(this.ada)).isEqualTo(second);
		writer.post(first, "three");
		assertThat(newest(this.ada)).isEqualTo(first);
	}

	@Test
	void refusesPeopleWhoAreNotThere() {
		assertThat(this.ada.post("/api/conversations", "{\"people\":[\"nobody\"]}").code())
			.isEqualTo("account.unknown");
		assertThat(this.ada.post("/api/conversations", "{\"people\":[\"\"]}").code()).isEqualTo("name.ill-formed");
		assertThat(this.ada.post("/api/conversations", "{\"people\":[null]}").code()).isEqualTo("name.ill-formed");
		for (String people : List.of("{}", "{\"people\":[]}", "{\"people\":[\"ada\"]}",
				"{\"people\":[" + "\"linus\",".repeat(8) + "\"olga\"]}")) {
			assertThat(this.ada.post("/api/conversations", people).code()).isEqualTo("conversation.ill-formed");
		}
		Api grace = server.api();
		grace.enter("grace");
		assertThat(grace.post("/api/conversations", "{\"people\":[\"ada\"]}").code()).isEqualTo("sign-in.required");
		assertThat(grace.get("/api/conversations").code()).isEqualTo("sign-in.required");
	}

	@Test
	void findsPeopleForThoseWithAnAccount() {
		assertThat(names(this.ada.get("/api/people?q=L"))).containsExactly("linus", "olga");
		assertThat(names(this.ada.get("/api/people"))).contains("linus", "olga", "otto").doesNotContain("ada");
		assertThat(names(this.ada.get("/api/people?q=nobody"))).isEmpty();
		assertThat(names(this.ada.get("/api/people?q=" + "x".repeat(5000)))).isEmpty();
		Api grace = server.api();
		grace.enter("grace");
		assertThat(grace.get("/api/people?q=ada").code()).isEqualTo("sign-in.required");
	}

	@Test
	void hasAllThatATopicHas() {
		String topic = open(this.ada, "olga");
		RawClient reader = Members.connect(server, Carrier.TCP, "olga");
		List.of("chat", "presence", "typing").forEach((kind) -> reader.subscribe("/topic/" + kind + "." + topic));
		RawClient writer = Members.connect(server, Carrier.TCP, "ada").post(topic, "one");
		long seq = this.ada.get("/api/topics/" + topic).json().path("head").asLong();
		writer.done("SEND", "{}", "destination:/app/typing." + topic);
		writer.done("SEND", "{\"target\":" + seq + ",\"text\":\"two\"}", "destination:/app/edit." + topic);
		reader.done("SEND", "{\"target\":" + seq + ",\"emoji\":\"👍\",\"on\":true}", "destination:/app/react." + topic);
		reader.done("SEND", "{\"text\":\"three\",\"reply\":" + seq + "}", "destination:/app/chat." + topic);
		assertThat(this.olga.put("/api/drafts/" + topic, "{\"text\":\"unsent\"}").status()).isEqualTo(204);
		JsonNode message = this.ada.get("/api/topics/" + topic + "/messages?around=" + seq + "&limit=1").list().get(0);
		assertThat(message.path("text").asString()).isEqualTo("two");
		assertThat(message.path("replies").asInt()).isEqualTo(1);
		assertThat(message.path("reactions").has("👍")).isTrue();
	}

	@Test
	void isModeratedByNobodyAndSanctionsHold() {
		String topic = open(this.ada, "olga");
		RawClient writer = Members.connect(server, Carrier.TCP, "ada").post(topic, "mine");
		long seq = this.ada.get("/api/topics/" + topic).json().path("head").asLong();
		assertThat(this.olga.delete("/api/topics/" + topic + "/messages/" + seq).code()).isEqualTo("right.missing");
		for (Api.Answer answer : List.of(this.olga.get("/api/topics/" + topic + "/members"),
				this.olga.put("/api/topics/" + topic + "/members/linus", "{}"),
				this.olga.delete("/api/topics/" + topic + "/members/ada"),
				this.olga.patch("/api/topics/" + topic, "{\"access\":\"open\"}"),
				this.olga.post("/api/topics/" + topic + "/mutes", "{\"username\":\"ada\",\"minutes\":5}"))) {
			assertThat(answer.code()).isEqualTo("right.missing");
		}
		long mute = this.olga.post("/api/mutes", "{\"username\":\"ada\",\"minutes\":5}").json().path("id").asLong();
		assertThat(writer.request("SEND", "{\"text\":\"more\"}", "destination:/app/chat." + topic).code())
			.isEqualTo("muted");
		this.olga.delete("/api/mutes/" + mute);
	}

	@Test
	void isErasedWhenTheLastPersonLeaves() {
		String topic = open(this.ada, "otto", "linus");
		RawClient reader = Members.connect(server, Carrier.TCP, "linus")
			.subscribe("/user/queue/errors")
			.subscribe("/topic/chat." + topic);
		Members.connect(server, Carrier.TCP, "ada").post(topic, "a secret of three");
		reader.take("MESSAGE");
		leave(this.linus, "linus", topic);
		assertThat(reader.take("MESSAGE").code()).isEqualTo("subscription.ended");
		assertThat(this.linus.get("/api/topics/" + topic).code()).isEqualTo("topic.unknown");
		assertThat(this.ada.get("/api/topics/" + topic).json().path("people").toString())
			.contains("{\"name\":\"linus\",\"left\":true}");
		server.bean(TopicChanges.class).dismiss(account("otto"), new TopicName(topic), account("otto").account());
		leave(this.ada, "ada", topic);
		JdbcTemplate database = server.bean(JdbcTemplate.class);
		Awaitility.await()
			.atMost(Inbox.PATIENCE)
			.until(() -> database.queryForObject("select count(*) from message where text = 'a secret of three'",
					Integer.class) == 0
					&& database.queryForObject("select count(*) from conversation where topic = ?", Integer.class,
							topic) == 0);
	}

	@Test
	void staysWithTheOthersWhenAnAccountIsDeleted() {
		Api eve = server.api();
		eve.signUp("eve", "correct horse");
		String topic = open(eve, "ada");
		server.connect(Carrier.TCP, "eve", "passcode:correct horse").post(topic, "remember me");
		assertThat(eve.post("/api/account/deletion", "{\"password\":\"correct horse\"}").status()).isEqualTo(204);
		Awaitility.await()
			.atMost(Inbox.PATIENCE)
			.until(() -> this.ada.get("/api/topics/" + topic).json().path("title").asString().startsWith("deleted-")
					&& this.ada.history(topic).get(0).path("sender").asString().startsWith("deleted-"));
		assertThat(this.ada.history(topic).get(0).path("text").asString()).isEqualTo("remember me");
		assertThat(Members.connect(server, Carrier.TCP, "ada")
			.request("SEND", "{\"text\":\"gone?\"}", "destination:/app/chat." + topic)
			.code()).isEqualTo("conversation.closed");
	}

	private static User account(String name) {
		return server.bean(Accounts.class).find(new Username(name)).orElseThrow().user();
	}

	private static RawClient news(String name) {
		return Members.connect(server, Carrier.TCP, name).subscribe("/user/queue/topics");
	}

	private static String open(Api browser, String... people) {
		return browser.post("/api/conversations", "{\"people\":[\"" + String.join("\",\"", people) + "\"]}")
			.json()
			.path("name")
			.asString();
	}

	private static void leave(Api browser, String name, String topic) {
		assertThat(browser.delete("/api/topics/" + topic + "/members/" + name).status()).isEqualTo(204);
	}

	private static String newest(Api browser) {
		return browser.get("/api/conversations").list().get(0).path("name").asString();
	}

	private static List<String> names(Api.Answer answer) {
		return answer.list().stream().map((person) -> person.path("name").asString()).toList();
	}

}
