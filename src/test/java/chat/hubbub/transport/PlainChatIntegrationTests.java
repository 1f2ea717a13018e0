package chat.hubbub.transport;

import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.PlainClient;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class PlainChatIntegrationTests {

	private static final int POLICY_VIOLATION = 1008;

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	@ParameterizedTest
	@ValueSource(strings = { "/chat", "/chat/" })
	void sendsEveryTextToEverybodyTheSenderIncluded(String path) {
		PlainClient ada = server.plain(path);
		PlainClient grace = server.plain("/chat/");
		PlainClient linus = server.plain("/chat");
		ada.send("Grüße an \"alle\" 👋\n");
		assertThat(ada.take()).isEqualTo("Grüße an \"alle\" 👋\n");
		assertThat(grace.take()).isEqualTo("Grüße an \"alle\" 👋\n");
		assertThat(linus.take()).isEqualTo("Grüße an \"alle\" 👋\n");
		grace.send("2");
		assertThat(ada.take()).isEqualTo("2");
		assertThat(grace.take()).isEqualTo("2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"text\":\"Hello\"}", "SEND\ndestination:/app/chat\n\nHello", "  spaces  ", "\u0001" })
	void takesEveryTextForAText(String text) {
		PlainClient ada = server.plain("/chat");
		ada.send(text);
		assertThat(ada.take()).isEqualTo(text);
	}

	@Test
	void postsToTheLobbyForStompClients() {
		StompClient grace = server.connect("grace").subscribe("/topic/chat");
		PlainClient ada = server.plain("/chat");
		ada.send("Hello");
		JsonNode message = grace.takeMessage("/topic/chat");
		assertThat(message.path("text").asString()).isEqualTo("Hello");
		assertThat(message.path("sender").asString()).matches("guest-[1-9][0-9]*");
		assertThat(server.api().history("lobby")).endsWith(message);
	}

	@Test
	void receivesWhatStompClientsPostInTheLobbyOnly() {
		String tea = server.newTopic();
		PlainClient ada = server.plain("/chat");
		StompClient grace = server.connect("grace");
		grace.post("/app/chat." + tea, "{\"text\":\"Tea\"}").post("/app/chat", "{\"text\":\"Lobby\"}");
		assertThat(ada.take()).isEqualTo("Lobby");
	}

	@Test
	void keepsTheOrderOfItsTexts() {
		PlainClient ada = server.plain("/chat");
		PlainClient grace = server.plain("/chat");
		for (int i = 0; i < 500; i++) {
			ada.send("" + i);
		}
		for (int i = 0; i < 500; i++) {
			assertThat(grace.take()).isEqualTo("" + i);
		}
	}

	@Test
	void goesOnWithoutAClientThatLeft() {
		PlainClient ada = server.plain("/chat");
		PlainClient grace = server.plain("/chat");
		grace.close();
		grace.awaitClose();
		ada.send("Anybody?");
		assertThat(ada.take()).isEqualTo("Anybody?");
		assertThat(grace.inbox().poll((text) -> true)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 20_001, 262_145 })
	void closesWithTheReasonWhenATextIsRefused(int length) {
		int before = server.api().history("lobby").size();
		PlainClient ada = server.plain("/chat");
		PlainClient grace = server.plain("/chat");
		ada.send("a".repeat(length));
		assertThat(ada.awaitClose()).isEqualTo(POLICY_VIOLATION);
		grace.send("Still here");
		assertThat(grace.take()).isEqualTo("Still here");
		assertThat(server.api().history("lobby")).hasSize(before + 1);
	}

	@Test
	void tellsStompClientsNothingOfARefusal() {
		StompClient grace = server.connect("grace").subscribe("/topic/chat").subscribe("/user/queue/errors");
		PlainClient ada = server.plain("/chat");
		ada.send("");
		ada.awaitClose();
		grace.post("/app/chat", "{\"text\":\"Hello\"}");
		assertThat(grace.take("MESSAGE").json().path("text").asString()).isEqualTo("Hello");
		assertThat(grace.inbox().poll(Frame::isFault)).isEmpty();
	}

}
