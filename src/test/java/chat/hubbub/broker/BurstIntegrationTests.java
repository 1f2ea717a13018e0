package chat.hubbub.broker;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import chat.hubbub.broker.fanout.Shards;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.QuietClient;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Senders send twenty times the size of an outbox as fast as possible, and readers read
 * as fast as possible: no reader is closed or misses a message.
 */
class BurstIntegrationTests {

	private static final int SENDERS = 2;

	private static final int EACH = 640;

	@RegisterExtension
	static final BrokerServer server = new BrokerServer();

	@Test
	void closesNoReaderWhoReads() {
		String topic = server.newTopic();
		List<CompletableFuture<List<Long>>> readers = Stream.of(Carrier.values(), Carrier.values())
			.flatMap(Stream::of)
			.map((carrier) -> QuietClient.connect(server, carrier, "reader").subscribe("/topic/chat." + topic))
			.map((reader) -> inBackground(() -> reader.takeSeqs(SENDERS * EACH)))
			.toList();
		List<CompletableFuture<Void>> senders = IntStream.range(0, SENDERS)
			.mapToObj((number) -> inBackground(() -> flood(topic)))
			.toList();
		senders.forEach(CompletableFuture::join);
		assertThat(readers).allSatisfy((reader) -> assertThat(reader.join())
			.containsExactlyElementsOf(LongStream.rangeClosed(1, SENDERS * EACH).boxed().toList()));
		assertThat(server.bean(Shards.class).overflows()).isZero();
	}

	private static Void flood(String topic) {
		RawClient ada = server.connect(Carrier.TCP, "ada");
		String large = "👋".repeat(4_000);
		for (int number = 1; number < EACH; number++) {
			ada.send("SEND", large, "destination:/app/chat." + topic, "content-type:text/plain");
		}
		ada.post(topic, large);
		return null;
	}

	private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
		return CompletableFuture.supplyAsync(work, (task) -> new Thread(task, "client").start());
	}

}
