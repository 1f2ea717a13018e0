package chat.hubbub.message;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import chat.hubbub.broker.Backlog;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class PostingIntegrationTests {

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	@Test
	void sendsTheMessageThatTheDesignPromises() {
		String tea = server.newTopic();
		StompClient ada = server.connect("ada").subscribe("/topic/chat." + tea);
		Instant before = Instant.now().minusMillis(1);
		ada.post("/app/chat." + tea, "{\"text\":\"Hello\",\"id\":\"my-id\"}");
		Frame message = ada.take("MESSAGE");
		assertThat(message.header("destination")).isEqualTo("/topic/chat." + tea);
		assertThat(message.header("subscription")).isEqualTo("/topic/chat." + tea);
		assertThat(message.header("content-type")).startsWith("application/json");
		assertThat(message.header("seq")).isEqualTo("1");
		assertThat(message.header("message-id")).isNotEmpty();
		JsonNode body = message.json();
		assertThat(body.propertyNames()).containsExactly("type", "topic", "seq", "id", "sender", "text", "sentAt");
		assertThat(body.path("type").asString()).isEqualTo("posted");
		assertThat(body.path("topic").asString()).isEqualTo(tea);
		assertThat(body.path("seq").asLong()).isEqualTo(1);
		assertThat(body.path("id").asString()).isEqualTo("my-id");
		assertThat(body.path("sender").asString()).isEqualTo(ada.userName());
		assertThat(body.path("text").asString()).isEqualTo("Hello");
		assertThat(Instant.parse(body.path("sentAt").asString())).isBetween(before, Instant.now());
	}

	@Test
	void givesEachMessageAnIdOfItsOwn() {
		String tea = server.newTopic();
		StompClient ada = server.connect("ada").subscribe("/topic/chat." + tea);
		ada.post("/app/chat." + tea, "{\"text\":\"1\"}").post("/app/chat." + tea, "{\"text\":\"2\"}");
		Frame first = ada.take("MESSAGE");
		Frame second = ada.take("MESSAGE");
		assertThat(first.header("message-id")).isNotEqualTo(second.header("message-id"));
		assertThat(first.json().path("id")).isNotEqualTo(second.json().path("id"));
	}

	@Test
	void takesTheSenderFromTheConnectionAndNeverFromTheBody() {
		String tea = server.newTopic();
		StompClient grace = server.connect("grace").subscribe("/topic/chat." + tea);
		StompClient ada = server.connect("ada");
		ada.post("/app/chat." + tea, "{\"text\":\"Hello\",\"sender\":\"grace\",\"seq\":99,\"type\":\"deleted\"}");
		JsonNode message = grace.takeMessage("/topic/chat." + tea);
		assertThat(message.path("sender").asString()).isEqualTo(ada.userName()).isNotEqualTo(grace.userName());
		assertThat(message.path("seq").asLong()).isEqualTo(1);
		assertThat(message.path("type").asString()).isEqualTo("posted");
		assertThat(server.api().history(tea)).containsExactly(message);
	}

	@Test
	void takesNoUserFromTheHeadersOfASend() {
		String tea = server.newTopic();
		StompClient ada = server.connect("ada").subscribe("/topic/chat." + tea);
		ada.request("SEND", "{\"text\":\"Hello\"}", "destination:/app/chat." + tea, "user-name:grace", "login:grace",
				"simpUser:grace");
		assertThat(ada.takeMessage("/topic/chat." + tea).path("sender").asString()).isEqualTo(ada.userName());
	}

	@Test
	void takesAPlainTextAsItIs() {
		String tea = server.newTopic();
		StompClient ada = server.connect("ada").subscribe("/topic/chat." + tea);
		ada.request("SEND", "{\"text\":\n <b>&amp;\\", "destination:/app/chat." + tea, "content-type:text/plain");
		assertThat(ada.takeMessage("/topic/chat." + tea).path("text").asString()).isEqualTo("{\"text\":\n <b>&amp;\\");
	}

	@Test
	void takesATextOf20000CharactersWhateverTheyAre() {
		String tea = server.newTopic();
		String longest = "👋".repeat(20_000);
		StompClient ada = server.connect("ada").subscribe("/topic/chat." + tea);
		ada.post("/app/chat." + tea, "{\"text\":\"" + longest + "\"}");
		assertThat(ada.takeMessage("/topic/chat." + tea).path("text").asString()).isEqualTo(longest);
		ada.subscribe("/user/queue/errors");
		assertThat(ada.request("SEND", longest + "a", "destination:/app/chat." + tea, "content-type:text/plain").code())
			.isEqualTo("text.too-long");
	}

	@Test
	void endsAPageOfTheHistoryAtOneMebibyte() {
		String tea = server.newTopic();
		StompClient ada = server.connect("ada");
		String large = "👋".repeat(20_000);
		for (int number = 1; number <= 30; number++) {
			ada.post("/app/chat." + tea, "{\"text\":\"" + large + "\"}");
		}
		Api.Answer page = server.api().get("/api/topics/" + tea + "/messages?limit=200");
		assertThat(page.body().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(900_000, Backlog.PAGE_BYTES);
		assertThat(page.list()).extracting((message) -> message.path("seq").asInt()).startsWith(30).hasSize(13);
		assertThat(server.api().history(tea)).hasSize(30);
		StompClient grace = server.connect("grace");
		grace.send("SUBSCRIBE", "", "id:tea", "destination:/topic/chat." + tea, "since:0");
		for (int number = 1; number <= 30; number++) {
			assertThat(grace.take("MESSAGE").header("seq")).isEqualTo("" + number);
		}
	}

	@Test
	void knowsTheLobbyByItsNameToo() {
		StompClient ada = server.connect("ada").subscribe("/topic/chat");
		StompClient grace = server.connect("grace").subscribe("/topic/chat.lobby");
		ada.post("/app/chat.lobby", "{\"text\":\"one\"}").post("/app/chat", "{\"text\":\"two\"}");
		for (String text : List.of("one", "two")) {
			Frame message = ada.take("MESSAGE");
			Frame same = grace.take("MESSAGE");
			assertThat(message.json().path("text").asString()).isEqualTo(text);
			assertThat(message.json().path("topic").asString()).isEqualTo("lobby");
			assertThat(same.header("seq")).isEqualTo(message.header("seq"));
			assertThat(same.header("destination")).isEqualTo("/topic/chat");
			assertThat(same.header("subscription")).isEqualTo("/topic/chat.lobby");
			assertThat(same.json()).isEqualTo(message.json());
		}
		StompClient linus = server.connect("linus");
		linus.send("SUBSCRIBE", "", "id:1", "destination:/topic/chat.lobby", "last:2");
		assertThat(linus.take("MESSAGE").json().path("text").asString()).isEqualTo("one");
		assertThat(linus.take("MESSAGE").json().path("text").asString()).isEqualTo("two");
		grace.send("UNSUBSCRIBE", "", "id:/topic/chat.lobby");
	}

	@Test
	void sendsTheReceiptOnceTheMessageIsStored() {
		String tea = server.newTopic();
		StompClient ada = server.connect("ada");
		for (int i = 1; i <= 20; i++) {
			ada.post("/app/chat." + tea, "{\"text\":\"" + i + "\"}");
			List<JsonNode> stored = server.api().history(tea);
			assertThat(stored).hasSize(i);
			assertThat(stored.get(i - 1).path("text").asString()).isEqualTo("" + i);
		}
	}

	@Test
	void sendsTheReceiptOfASubscriptionOnceItIsLive() {
		String tea = server.newTopic();
		StompClient grace = server.connect("grace");
		for (int i = 1; i <= 20; i++) {
			StompClient ada = server.connect("ada-" + i).subscribe("/topic/chat." + tea);
			grace.post("/app/chat." + tea, "{\"text\":\"" + i + "\"}");
			assertThat(ada.takeMessage("/topic/chat." + tea).path("text").asString()).isEqualTo("" + i);
		}
	}

	@Test
	void keepsMessagesOverARestart() {
		String tea = server.newTopic();
		server.connect("ada").post("/app/chat." + tea, "{\"text\":\"before\"}");
		server.restart();
		StompClient ada = server.connect("ada").subscribe("/topic/chat." + tea);
		ada.post("/app/chat." + tea, "{\"text\":\"after\"}");
		assertThat(ada.takeMessage("/topic/chat." + tea).path("seq").asLong()).isEqualTo(2);
		assertThat(server.api().history(tea)).extracting((message) -> message.path("text").asString())
			.containsExactly("before", "after");
	}

}
