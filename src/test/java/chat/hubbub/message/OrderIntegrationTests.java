package chat.hubbub.message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.SpringClient;
import chat.hubbub.fixture.StompClient;
import chat.hubbub.fixture.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class OrderIntegrationTests {

	private static final int MESSAGES_EACH = 1000;

	private static final int ALL = 2 * MESSAGES_EACH;

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	@Test
	void showsEverySubscriberTheSameOrder() throws Exception {
		StompClient ada = server.connect("ada").subscribe("/topic/chat");
		StompClient grace = server.connect("grace").subscribe("/topic/chat");
		StompClient linus = server.connect("linus").subscribe("/topic/chat");
		SpringClient alan = server.connect(Transport.SOCKJS_WEB_SOCKET, "alan").subscribe("/topic/chat");
		SpringClient barbara = server.connect(Transport.SOCKJS_XHR_STREAMING, "barbara").subscribe("/topic/chat");
		CompletableFuture<Void> first = CompletableFuture.runAsync(() -> talk(ada));
		CompletableFuture<Void> second = CompletableFuture.runAsync(() -> talk(grace));
		CompletableFuture.allOf(first, second).join();

		List<JsonNode> history = server.api().history("lobby");
		assertThat(history).extracting((message) -> message.path("seq").asLong())
			.isEqualTo(LongStream.rangeClosed(1, ALL).boxed().toList());
		for (StompClient subscriber : List.of(ada, grace, linus)) {
			assertThat(subscriber.takeMessages(ALL, "/topic/chat")).isEqualTo(history);
		}
		assertThat(alan.takeMessages(ALL)).isEqualTo(history);
		assertThat(barbara.takeMessages(ALL)).isEqualTo(history);
		for (StompClient sender : List.of(ada, grace)) {
			assertThat(textsOf(sender, history)).isEqualTo(texts().toList());
		}
	}

	/** Sends without waiting, so that both senders are in each other's way. */
	private static void talk(StompClient sender) {
		List<String> receipts = new ArrayList<>();
		texts().forEach((text) -> {
			receipts.add(sender.nextReceipt());
			sender.send("SEND", "{\"text\":\"" + text + "\"}", "destination:/app/chat",
					"receipt:" + receipts.get(receipts.size() - 1));
		});
		receipts.forEach((receipt) -> assertThat(sender.answer(receipt).command()).isEqualTo("RECEIPT"));
	}

	private static Stream<String> texts() {
		return LongStream.rangeClosed(1, MESSAGES_EACH).mapToObj(Long::toString);
	}

	private static List<String> textsOf(StompClient sender, List<JsonNode> messages) {
		return messages.stream()
			.filter((message) -> message.path("sender").asString().equals(sender.userName()))
			.map((message) -> message.path("text").asString())
			.toList();
	}

}
