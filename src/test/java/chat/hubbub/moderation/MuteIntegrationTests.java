package chat.hubbub.moderation;

import java.time.Duration;
import java.util.List;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.PlainClient;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A muted user reads and cannot post in any way. */
class MuteIntegrationTests {

	private static final String TEXT = "{\"text\":\"I was muted\"}";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(MovableClock.SETTINGS);

	private final Api olga = Members.browser(server, "olga");

	private final String tea = server.newTopic();

	@AfterEach
	void pardonAll() {
		for (String path : List.of("/api/mutes", "/api/topics/" + this.tea + "/mutes", "/api/topics/lobby/mutes")) {
			this.olga.get(path).list().forEach((mute) -> this.olga.delete(path + "/" + mute.path("id").asLong()));
		}
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void saysSoToWhoPosts(Carrier carrier) {
		RawClient linus = Members.connect(server, carrier, "linus")
			.subscribe("/user/queue/errors")
			.subscribe("/topic/chat." + this.tea);
		mute("/api/topics/" + this.tea + "/mutes", "linus");
		Frame refusal = send(linus, "/app/chat." + this.tea);
		assertThat(refusal.code()).isEqualTo("muted");
		assertThat(refusal.sentence()).startsWith("You may not post to this topic until ").endsWith(" UTC.");
		assertThat(refusal.json().path("retryAfter").asInt()).isBetween(3500, 3600);
		// Nothing has changed in other topics and for other users, and a muted user
		// still reads.
		assertThat(send(linus, "/app/chat").is("RECEIPT")).isTrue();
		Members.connect(server, carrier, "ada").post(this.tea, "from ada");
		assertThat(linus.take("MESSAGE").json().path("text").asString()).isEqualTo("from ada");
		assertThat(texts(this.tea)).containsExactly("from ada");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/app/chat", "/app/chat.TEA", "/app/typing.TEA", "/app/typing", "/app/echo", "/app/none" })
	void holdsForAllThatIsSent(String destination) {
		RawClient troll = server.connect(Carrier.TCP, "troll").subscribe("/user/queue/errors");
		mute("/api/mutes", "troll");
		assertThat(send(troll, destination.replace("TEA", this.tea)).code()).isEqualTo("muted");
		assertThat(texts(this.tea)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void aGuestDoesNotEvadeItByAnotherNameOrConnection(Carrier carrier) {
		RawClient troll = server.connect(carrier, "troll").subscribe("/user/queue/errors");
		mute("/api/topics/" + this.tea + "/mutes", "troll");
		assertThat(send(troll, "/app/chat." + this.tea).code()).isEqualTo("muted");
		troll.close();
		for (String name : List.of("troll", "innocent", "")) {
			assertThat(send(server.connect(carrier, name), "/app/chat." + this.tea).code()).isEqualTo("muted");
		}
		Members.connect(server, carrier, "ada").post(this.tea, "from ada");
		assertThat(texts(this.tea)).containsExactly("from ada");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void holdsForWhatWasBegunBefore(Carrier carrier) {
		RawClient linus = Members.connect(server, carrier, "linus");
		linus.done("BEGIN", "", "transaction:t");
		linus.send("SEND", TEXT, "destination:/app/chat." + this.tea, "transaction:t");
		linus.done("BEGIN", "", "transaction:other");
		mute("/api/topics/" + this.tea + "/mutes", "linus");
		assertThat(linus.request("COMMIT", "", "transaction:t").code()).isIn("muted", "transaction.refused");
		assertThat(texts(this.tea)).isEmpty();
	}

	@Test
	void closesAPlainWebSocketThatPosts() {
		Api linus = Members.browser(server, "linus");
		try (PlainClient plain = PlainClient.connect(server.port(), "/chat/", linus.cookie())) {
			plain.send("before");
			assertThat(plain.take()).isEqualTo("before");
			mute("/api/topics/lobby/mutes", "linus");
			plain.send("I was muted");
			assertThat(plain.awaitClose()).isEqualTo(1008);
		}
		RawClient program = Members.connect(server, Carrier.TCP, "linus").subscribe("/user/queue/errors");
		assertThat(send(program, "/app/chat.lobby").code()).isEqualTo("muted");
		assertThat(texts("lobby")).doesNotContain("I was muted");
	}

	@Test
	void endsByItselfOrIsLifted() {
		RawClient linus = Members.connect(server, Carrier.TCP, "linus").subscribe("/user/queue/errors");
		mute("/api/mutes", "linus");
		assertThat(send(linus, "/app/chat").code()).isEqualTo("muted");
		server.bean(MovableClock.class).advance(Duration.ofMinutes(61));
		assertThat(send(linus, "/app/chat").is("RECEIPT")).isTrue();
		long mute = mute("/api/mutes", "linus").json().path("id").asLong();
		assertThat(send(linus, "/app/chat").code()).isEqualTo("muted");
		assertThat(this.olga.delete("/api/mutes/" + mute).status()).isEqualTo(204);
		assertThat(send(linus, "/app/chat").is("RECEIPT")).isTrue();
	}

	private Api.Answer mute(String path, String name) {
		Api.Answer answer = this.olga.post(path, "{\"username\":\"" + name + "\",\"minutes\":60}");
		assertThat(answer.status()).isEqualTo(201);
		return answer;
	}

	private static Frame send(RawClient client, String destination) {
		return client.request("SEND", TEXT, "destination:" + destination);
	}

	private static List<String> texts(String topic) {
		return server.api().history(topic).stream().map((message) -> message.path("text").asString()).toList();
	}

}
