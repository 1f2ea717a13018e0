package chat.hubbub.broker;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.RawClient;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Senders send more to a topic than its subscribers read. */
class CongestionIntegrationTests {

	/** Far more than the outboxes of the readers and what the server reads at once. */
	private static final int MANY = 320;

	// Outboxes so small that they are full before anybody seems to have stopped reading.
	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--hubbub.connection.outbox-size=128KB");

	@ParameterizedTest
	@EnumSource(value = Carrier.class, names = { "TCP", "WEB_SOCKET_BINARY" })
	void slowsTheSenderUntilTheReadersHaveCaughtUp(Carrier carrier) {
		String topic = server.newTopic();
		String elsewhere = server.newTopic();
		double slowed = number("hubbub.messages.slowed");
		List<RawClient> readers = IntStream.range(0, 12)
			.mapToObj((number) -> server.connect(carrier, "grace").subscribe("/topic/chat." + topic))
			.toList();
		readers.forEach(RawClient::stopReading);
		RawClient ada = server.connect(carrier, "ada", "heart-beat:0,0");
		AtomicBoolean seen = new AtomicBoolean();
		CompletableFuture<Integer> sending = CompletableFuture.supplyAsync(() -> send(ada, topic, seen));
		Awaitility.await().atMost(Inbox.PATIENCE).until(() -> number("hubbub.messages.slowed") > slowed);
		seen.set(true);
		RawClient linus = server.connect(carrier, "linus").subscribe("/topic/chat." + elsewhere);
		linus.post(elsewhere, "Hello");
		linus.takeSeqs(1);
		assertThat(sending).isNotDone();
		readers.forEach(RawClient::goOnReading);
		List<Long> all = LongStream.rangeClosed(1, sending.join()).boxed().toList();
		assertThat(readers).allSatisfy((reader) -> assertThat(reader.takeSeqs(all.size())).isEqualTo(all));
		Awaitility.await().atMost(Inbox.PATIENCE).until(() -> number("hubbub.subscriptions.behind") == 0);
		assertThat(number("hubbub.outbox.overflows")).isZero();
	}

	/**
	 * Sends until it has been seen that it is slowed, and then more. It ends with a
	 * receipt, because the kernel may hold all that is sent.
	 */
	private static int send(RawClient ada, String topic, AtomicBoolean seen) {
		String large = "👋".repeat(4000);
		int sent = 0;
		int last = Integer.MAX_VALUE;
		while (sent < last) {
			ada.send("SEND", large, "destination:/app/chat." + topic, "content-type:text/plain");
			sent++;
			if (seen.get()) {
				last = Math.min(last, sent + MANY);
			}
		}
		ada.done("SEND", "the last", "destination:/app/chat." + topic, "content-type:text/plain");
		return sent + 1;
	}

	private static double number(String name) {
		return server.bean(MeterRegistry.class).get(name).meter().measure().iterator().next().getValue();
	}

}
