package chat.hubbub.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.HubbubProcess;
import chat.hubbub.fixture.PostgreSql;
import chat.hubbub.fixture.RabbitMq;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Nodes in processes of their own, one of which is killed. */
class NodeProcessesIntegrationTests {

	private static final RabbitMq rabbit = RabbitMq.start();

	@TempDir
	private static Path folder;

	@AfterAll
	static void end() {
		rabbit.close();
	}

	@Test
	void aKilledNodeLosesNothingWithAReceiptAndItsClientsGoOnAtAnother() throws Exception {
		String[] settings = Stream
			.of(PostgreSql.settings(folder), rabbit.settings(), new String[] { "--hubbub.cluster.enabled=true" })
			.flatMap(Stream::of)
			.toArray(String[]::new);
		try (HubbubProcess first = new HubbubProcess(folder.resolve("first"), settings);
				HubbubProcess second = new HubbubProcess(folder.resolve("second"), settings);
				StompClient reader = StompClient.connect(second.port(), "login:rosa").subscribe("/topic/chat")) {
			StompClient grace = StompClient.connect(first.port(), "login:grace").subscribe("/topic/chat");
			String epoch = grace.connected().header("epoch");
			assertThat(reader.connected().header("epoch")).isEqualTo(epoch);
			IntStream.range(0, 2_000).forEach((number) -> send(grace, number));
			List<String> receipts = IntStream.range(0, 200)
				.mapToObj((number) -> grace.take("RECEIPT").header("receipt-id"))
				.toList();
			first.kill();
			try (StompClient again = StompClient.connect(second.port(), "login:joan")) {
				again.post("/app/chat", "{\"text\":\"I am back\"}");
				int head = new Api(second.port()).history("lobby").size();
				List<Frame> heard = reader.inbox().take(head, (frame) -> frame.is("MESSAGE"));
				assertThat(seqs(heard)).isEqualTo(numbers(1, head));
				assertThat(heard.stream().map((frame) -> frame.json().path("text").asString())).containsAll(receipts)
					.doesNotHaveDuplicates();
				again.subscribe("/topic/chat", "since:100", "epoch:" + epoch);
				List<Frame> missed = again.inbox().take(head - 100, (frame) -> frame.is("MESSAGE"));
				assertThat(seqs(missed)).isEqualTo(numbers(101, head));
				assertThat(missed).noneMatch((frame) -> frame.headers().containsKey("resume"));
			}
		}
	}

	/** The text is that of the receipt. */
	private static void send(StompClient client, int number) {
		client.send("SEND", "message-" + number, "destination:/app/chat", "content-type:text/plain",
				"receipt:message-" + number);
	}

	private static List<Long> seqs(List<Frame> frames) {
		return frames.stream().map((frame) -> Long.valueOf(frame.header("seq"))).toList();
	}

	private static List<Long> numbers(long from, long to) {
		return LongStream.rangeClosed(from, to).boxed().toList();
	}

}
