package chat.hubbub.message;

import java.util.List;
import java.util.stream.IntStream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The traces of a deleted account. */
class DeletedAccountIntegrationTests {

	private static final String PASSWORD = "correct horse";

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	private final Api browser = server.api();

	private final String topic = server.newTopic();

	@Test
	void keepsTheMessagesUnderAnotherNameInHistoryAndResumes() {
		this.browser.signUp("ada", PASSWORD);
		StompClient ada = server.connectWithCookie(this.browser.cookie());
		StompClient grace = server.connect("grace");
		post(ada, "first");
		post(grace, "second");
		post(ada, "third");
		assertThat(senders(server.api().history(this.topic))).containsExactly("ada", "grace", "ada");
		delete();
		List<String> after = senders(server.api().history(this.topic));
		assertThat(after.get(0)).matches("deleted-[0-9]+");
		assertThat(after).containsExactly(after.get(0), "grace", after.get(0));
		assertThat(resumed(0)).isEqualTo(after);
		assertThat(resumed(2)).containsExactly(after.get(0));
		server.restart();
		assertThat(senders(server.api().history(this.topic))).isEqualTo(after);
	}

	@Test
	void endsLiveConnectionsAndSessions() {
		Api elsewhere = server.api();
		this.browser.signUp("margaret", PASSWORD);
		elsewhere.signIn("margaret", PASSWORD);
		StompClient page = server.connectWithCookie(elsewhere.cookie());
		StompClient program = StompClient.connect(server.port(), "login:margaret", "passcode:" + PASSWORD);
		delete();
		for (StompClient connection : List.of(page, program)) {
			assertThat(connection.take("ERROR").code()).isEqualTo("session.ended");
			connection.awaitClose();
		}
		assertThat(elsewhere.who()).isEqualTo("nobody");
		assertThat(this.browser.who()).isEqualTo("nobody");
		assertThat(elsewhere.signIn("margaret", PASSWORD).code()).isEqualTo("sign-in.failed");
	}

	@Test
	void wantsThePassword() {
		this.browser.signUp("hedy", PASSWORD);
		assertThat(this.browser.post("/api/account/deletion", "{\"password\":\"wrong horse\"}").code())
			.isEqualTo("sign-in.failed");
		assertThat(this.browser.post("/api/account/deletion", "{}").code()).isEqualTo("sign-in.failed");
		assertThat(this.browser.who()).isEqualTo("hedy, member");
	}

	@Test
	void freesTheName() {
		this.browser.signUp("barbara", PASSWORD);
		delete();
		assertThat(server.api().signUp("barbara", PASSWORD).status()).isEqualTo(201);
	}

	private void delete() {
		assertThat(this.browser.post("/api/account/deletion", "{\"password\":\"" + PASSWORD + "\"}").status())
			.isEqualTo(204);
	}

	private void post(StompClient client, String text) {
		client.request("SEND", text, "destination:/app/chat." + this.topic, "content-type:text/plain");
	}

	private List<String> resumed(int since) {
		StompClient client = server.connect("linus");
		client.send("SUBSCRIBE", "", "id:resumed", "destination:/topic/chat." + this.topic, "since:" + since);
		return IntStream.range(since, 3)
			.mapToObj((seq) -> client.take("MESSAGE").json().path("sender").asString())
			.toList();
	}

	private static List<String> senders(List<JsonNode> messages) {
		return messages.stream().map((message) -> message.path("sender").asString()).toList();
	}

}
