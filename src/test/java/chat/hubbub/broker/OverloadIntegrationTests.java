package chat.hubbub.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.RawClient;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** More is sent than can be delivered, or than can be stored. */
class OverloadIntegrationTests {

	private static final int QUEUE_BOUND = 10_000;

	@RegisterExtension
	static final BrokerServer server = new BrokerServer();

	/** The store computes, so that it is slow for the sender on a busy machine, too. */
	private static void slowDown() {
		JdbcTemplate database = server.bean(JdbcTemplate.class);
		if (Database.isSqlite(database)) {
			database.execute("create trigger slow before insert on event when new.seq < 2500"
					+ " begin select length(randomblob(1500000)); end");
			return;
		}
		database.execute("create or replace function slow() returns trigger language plpgsql"
				+ " as $$ begin perform md5(repeat(new.seq::text, 400000)); return new; end $$");
		database.execute("create trigger slow before insert on event for each row when (new.seq < 2500)"
				+ " execute function slow()");
	}

	@AfterEach
	void speedUp() {
		JdbcTemplate database = server.bean(JdbcTemplate.class);
		database.execute("drop trigger if exists slow" + (Database.isSqlite(database) ? "" : " on event"));
	}

	/**
	 * Four clients send large texts as fast as they can. Their readers come back when
	 * they are told that they are too slow.
	 */
	@ParameterizedTest
	@EnumSource(Carrier.class)
	void losesNothingForReadersThatComeBack(Carrier carrier) {
		String topic = server.newTopic();
		List<CompletableFuture<List<Long>>> readers = IntStream.range(0, 4)
			.mapToObj((number) -> CompletableFuture.supplyAsync(() -> readAll(carrier, topic, 800)))
			.toList();
		CompletableFuture
			.allOf(IntStream.range(0, 4)
				.mapToObj((number) -> CompletableFuture.runAsync(() -> sendLarge(carrier, topic, 200)))
				.toArray(CompletableFuture[]::new))
			.join();
		List<Long> all = LongStream.rangeClosed(1, 800).boxed().toList();
		assertThat(readers).allSatisfy((reader) -> assertThat(reader.join()).isEqualTo(all));
		RawClient linus = server.connect(carrier, "linus").subscribe("/topic/chat." + topic);
		linus.post(topic, "as ever");
		assertThat(linus.takeSeqs(1)).containsExactly(801L);
	}

	/**
	 * The store is slow for its first texts: a sender waits for it, and loses nothing.
	 */
	@ParameterizedTest
	@EnumSource(value = Carrier.class, names = { "TCP", "WEB_SOCKET_BINARY" })
	void slowsASenderThatIsFasterThanTheDisk(Carrier carrier) {
		String topic = server.newTopic();
		slowDown();
		int messages = 15_000;
		RawClient ada = server.connect(carrier, "ada", "heart-beat:0,0");
		AtomicInteger sent = new AtomicInteger();
		CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
			String text = "x".repeat(4000);
			for (int number = 1; number <= messages; number++) {
				ada.send("SEND", text, "destination:/app/chat." + topic, "content-type:text/plain",
						"receipt:" + number);
				sent.incrementAndGet();
			}
		});
		Awaitility.await().atMost(Inbox.PATIENCE).until(() -> queue() > QUEUE_BOUND - 10);
		assertThat(sending).isNotDone();
		assertThat(sent.get()).isLessThan(messages);
		List<String> receipts = new ArrayList<>();
		while (receipts.size() < messages) {
			receipts.add(ada.take("RECEIPT").header("receipt-id"));
			assertThat(queue()).isLessThanOrEqualTo(QUEUE_BOUND);
		}
		assertThat(receipts).isEqualTo(IntStream.rangeClosed(1, messages).mapToObj(Integer::toString).toList());
		assertThat(server.bean(JdbcTemplate.class)
			.queryForObject("select count(*) from event where topic = ? and seq <= ?", Integer.class, topic, messages))
			.isEqualTo(messages);
	}

	private static double queue() {
		return server.bean(MeterRegistry.class).get("hubbub.log.queue").gauge().value();
	}

	private static void sendLarge(Carrier carrier, String topic, int messages) {
		RawClient ada = server.connect(carrier, "ada");
		String large = "👋".repeat(4000);
		for (int number = 1; number < messages; number++) {
			ada.send("SEND", large, "destination:/app/chat." + topic, "content-type:text/plain");
		}
		ada.post(topic, large);
	}

	private static List<Long> readAll(Carrier carrier, String topic, int messages) {
		List<Long> seqs = new ArrayList<>();
		while (seqs.size() < messages) {
			RawClient grace = server.connect(carrier, "grace");
			grace.send("SUBSCRIBE", "", "id:1", "destination:/topic/chat." + topic, "since:" + seqs.size());
			Frame next = grace.takeAny("MESSAGE", "ERROR");
			while (next.is("MESSAGE")) {
				seqs.add(Long.valueOf(next.header("seq")));
				if (seqs.size() == messages) {
					return seqs;
				}
				next = grace.takeAny("MESSAGE", "ERROR");
			}
			assertThat(next.code()).isEqualTo("reader.slow");
		}
		return seqs;
	}

}
