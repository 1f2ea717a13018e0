package chat.hubbub.signin;

import java.util.stream.IntStream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A browser's connections are all those of one user. */
class UserConnectionsIntegrationTests {

	@RegisterExtension
	static final HubbubServer server = new HubbubServer("--hubbub.limits.enabled=true", "--hubbub.limits.connections=2",
			"--hubbub.limits.messages=1/h burst 3");

	@Test
	void refusesOneTooManyUntilAnotherEnds() {
		String cookie = browser("ada");
		StompClient first = server.connectWithCookie(cookie);
		server.connectWithCookie(cookie);
		Frame refusal = connect(cookie);
		assertThat(refusal.code()).isEqualTo("connection.limit");
		assertThat(refusal.sentence()).startsWith("A user may have at most 2 connections.");
		assertThat(refusal.header("retry-after")).isEqualTo("10");
		server.connect("grace");
		first.close();
		await().atMost(Inbox.PATIENCE).until(() -> connect(cookie).is("CONNECTED"));
	}

	@Test
	void closesThePlainWebSocketToo() {
		String cookie = browser("joan");
		server.connectWithCookie(cookie);
		server.connectWithCookie(cookie);
		assertThat(server.plain("/chat/", cookie).awaitClose()).isEqualTo(1008);
	}

	@Test
	void sharesTheRateAmongThem() {
		String cookie = browser("linus");
		StompClient first = server.connectWithCookie(cookie).subscribe("/user/queue/errors");
		StompClient second = server.connectWithCookie(cookie).subscribe("/user/queue/errors");
		first.post("/app/chat", "{\"text\":\"one\"}").post("/app/chat", "{\"text\":\"two\"}");
		second.post("/app/chat", "{\"text\":\"three\"}");
		assertThat(second.request("SEND", "{\"text\":\"four\"}", "destination:/app/chat").code())
			.isEqualTo("rate.limited");
		assertThat(first.request("SEND", "{\"text\":\"five\"}", "destination:/app/chat").code())
			.isEqualTo("rate.limited");
	}

	@Test
	void isNotANewUserAfterAReconnect() {
		String cookie = browser("barbara");
		StompClient before = server.connectWithCookie(cookie);
		IntStream.range(0, 3).forEach((i) -> before.post("/app/chat", "{\"text\":\"tea\"}"));
		before.close();
		before.awaitClose();
		StompClient after = server.connectWithCookie(cookie);
		assertThat(after.request("SEND", "{\"text\":\"four\"}", "destination:/app/chat").code())
			.isEqualTo("rate.limited");
	}

	@Test
	void closesAPlainWebSocketThatSaysTooMuch() {
		var rosa = server.plain("/chat/");
		IntStream.range(0, 4).forEach((i) -> rosa.send("tea " + i));
		assertThat(rosa.awaitClose()).isEqualTo(1008);
	}

	private static String browser(String name) {
		Api api = server.api();
		assertThat(api.post("/api/session", "{\"name\":\"" + name + "\"}").status()).isEqualTo(200);
		return api.cookie();
	}

	private static Frame connect(String cookie) {
		StompClient client = server.openWithCookie(cookie);
		client.send("CONNECT", "", "accept-version:1.2", "host:localhost");
		return client.inbox().take();
	}

}
