package chat.hubbub.broker;

import java.util.List;
import java.util.stream.IntStream;

import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.PlainClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A developer's interceptor blocks. Only the connection whose frame it has waits. */
class BlockingInterceptorIntegrationTests {

	private static final int MANY = 6;

	@RegisterExtension
	static final HubbubServer server = new HubbubServer("--spring.profiles.active=gatekeeper");

	@AfterEach
	void open() {
		gate().open();
	}

	@Test
	void holdsUpNobodyElse() {
		List<PlainClient> waiting = IntStream.range(0, MANY).mapToObj((number) -> server.plain("/chat/")).toList();
		PlainClient grace = server.plain("/chat/");
		waiting.forEach((ada) -> {
			ada.send("gate");
			ada.send("behind it");
		});
		Awaitility.await().atMost(Inbox.PATIENCE).until(() -> gate().waiting() == MANY);
		grace.send("Hello");
		assertThat(grace.take()).isEqualTo("Hello");
		gate().open();
		assertThat(grace.inbox().take(2 * MANY, (text) -> true)).containsOnly("gate", "behind it")
			.filteredOn("gate"::equals)
			.hasSize(MANY);
	}

	@Test
	void isFollowedByWhatTheClientDidNext() {
		PlainClient grace = server.plain("/chat/");
		PlainClient ada = server.plain("/chat/");
		ada.send("gate");
		Awaitility.await().atMost(Inbox.PATIENCE).until(() -> gate().waiting() == 1);
		ada.send("last words");
		ada.send(new byte[] { 1 });
		gate().open();
		assertThat(grace.inbox().take(2, (text) -> true)).containsExactly("gate", "last words");
		assertThat(ada.awaitClose()).isEqualTo(1003);
	}

	private static GateController gate() {
		return server.bean(GateController.class);
	}

}
