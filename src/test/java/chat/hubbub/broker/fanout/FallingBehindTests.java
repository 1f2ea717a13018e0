package chat.hubbub.broker.fanout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import chat.hubbub.broker.BrokerProperties;
import chat.hubbub.broker.FakeBacklog;
import chat.hubbub.broker.connection.Connection;
import chat.hubbub.broker.connection.TestBroker;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.FakeLink;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** A client with a full outbox that still reads. */
class FallingBehindTests {

	private static final Long[] ALL = LongStream.rangeClosed(1, 100).boxed().toArray(Long[]::new);

	private static final byte[] BODY = "x".repeat(2000).getBytes(StandardCharsets.US_ASCII);

	private static final DataSize BOUND = DataSize.ofKilobytes(128);

	private final FakeBacklog stored = new FakeBacklog();

	private final TestBroker broker = new TestBroker(this.stored,
			new BrokerProperties(BOUND, Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(10),
					Duration.ofSeconds(10), 200, DataSize.ofMegabytes(2), DataSize.ofBytes(0), Duration.ofSeconds(25)));

	private final FakeLink ada = new FakeLink();

	private final FakeLink grace = new FakeLink();

	private Connection adas;

	@BeforeEach
	void subscribe() {
		this.stored.bodyBytes = BODY.length;
		this.adas = this.broker.open(this.ada);
		TestBroker.subscribe(this.adas, "a");
		TestBroker.subscribe(this.broker.open(this.grace), "a");
		this.broker.settle();
		this.ada.stall();
	}

	@AfterEach
	void close() throws InterruptedException {
		this.broker.close();
	}

	@Test
	void catchesUpWithoutAGapOrADuplicate() {
		publish(1, 100);
		assertThat(this.grace.seqs()).containsExactly(ALL);
		assertThat(this.adas.output().outbox().isClosing()).isFalse();
		assertThat(this.adas.output().outbox().bytes()).isLessThanOrEqualTo((int) BOUND.toBytes());
		this.ada.read();
		Awaitility.await().untilAsserted(() -> {
			this.broker.settle();
			assertThat(this.ada.seqs()).containsExactly(ALL);
		});
		publish(101, 101);
		assertThat(this.ada.seqs()).endsWith(100L, 101L);
	}

	@Test
	void isClosedWhenItReadsNoMore() {
		publish(1, 100);
		this.adas.output().outbox().tick(this.broker.shard().now() + Duration.ofSeconds(6).toNanos());
		assertThat(this.adas.output().outbox().isClosing()).isTrue();
		this.ada.read();
		this.broker.settle();
		assertThat(this.ada.text()).contains("\ncode:reader.slow\n");
		assertThat(this.ada.closes()).hasSize(1);
	}

	@Test
	void isClosedWhereNothingCanBeFetchedAgain() {
		TestBroker.subscribe(this.adas, "c", "/topic/coin", Resume.LIVE);
		for (int toss = 0; toss < 100; toss++) {
			this.broker.publish(TestBroker.announcement("/topic/coin", "heads".repeat(400)));
			this.broker.settle();
		}
		assertThat(this.adas.output().outbox().isClosing()).isTrue();
	}

	@Test
	void isCongestionWhereMostFallBehind() {
		publish(1, 100);
		Congestion congestion = this.broker.shards().congestion();
		assertThat(congestion.behind()).isEqualTo(1);
		assertThat(this.broker.shards().isCongested(TestBroker.TOPIC)).isFalse();
		FakeLink linus = new FakeLink();
		Connection connection = this.broker.open(linus);
		subscribe(connection, 9);
		this.broker.settle();
		linus.stall();
		publish(101, 200);
		assertThat(congestion.behind()).isEqualTo(10);
		assertThat(this.broker.shards().isCongested(TestBroker.TOPIC)).as("so few are waited for").isFalse();
		TestBroker.subscribe(connection, "one more");
		publish(201, 201);
		assertThat(congestion.behind()).isEqualTo(11);
		assertThat(this.broker.shards().isCongested(TestBroker.TOPIC)).isTrue();
		assertThat(this.broker.shards().isCongested("/topic/chat.coffee")).isFalse();
		connection.end();
		this.ada.read();
		Awaitility.await().untilAsserted(() -> {
			this.broker.settle();
			assertThat(congestion.behind()).isZero();
		});
		assertThat(this.broker.shards().isCongested(TestBroker.TOPIC)).isFalse();
	}

	@Test
	void isNoCongestionWhereMostReadNothing() {
		subscribe(this.adas, 20);
		this.grace.stall();
		publish(1, 100);
		assertThat(this.broker.shards().isCongested(TestBroker.TOPIC)).isTrue();
		Awaitility.await().until(() -> {
			this.broker.settle();
			return !this.broker.shards().isCongested(TestBroker.TOPIC);
		});
		this.ada.read();
		publish(101, 101);
		// She reads again, so senders wait for her until she has caught up.
		Awaitility.await().pollInterval(Duration.ofMillis(1)).untilAsserted(() -> {
			this.broker.settle();
			assertThat(this.ada.seqs()).filteredOn((seq) -> seq == 101).hasSize(21);
		});
		assertThat(this.broker.shards().isCongested(TestBroker.TOPIC)).isFalse();
	}

	private static void subscribe(Connection connection, int subscriptions) {
		IntStream.range(0, subscriptions).forEach((number) -> TestBroker.subscribe(connection, "s" + number));
	}

	private void publish(long first, long last) {
		this.stored.length = last;
		LongStream.rangeClosed(first, last).forEach((seq) -> {
			this.broker.publish(event(seq));
			this.broker.settle();
		});
	}

	private static EncodedMessage event(long seq) {
		return EncodedMessage.event(TestBroker.TOPIC, seq, BODY, "");
	}

}
