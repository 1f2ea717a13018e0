package chat.hubbub.broker.fanout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import chat.hubbub.broker.BrokerProperties;
import chat.hubbub.broker.connection.TestBroker;
import chat.hubbub.broker.wire.Chunk;
import chat.hubbub.broker.wire.CloseCode;
import chat.hubbub.broker.wire.FakeLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** The end of stalled readers and of connections that are being closed. */
class OutboxBoundsTests {

	private static final Duration AGE = Duration.ofSeconds(30);

	private static final Duration DRAIN = Duration.ofSeconds(5);

	private final TestBroker broker = new TestBroker(null,
			new BrokerProperties(DataSize.ofBytes(100), AGE, DRAIN, Duration.ofSeconds(10), Duration.ofSeconds(10), 200,
					DataSize.ofMegabytes(2), DataSize.ofBytes(0), Duration.ofSeconds(25)));

	private final FakeLink link = new FakeLink();

	private final Outbox outbox = this.broker.open(this.link).output().outbox();

	@AfterEach
	void close() throws InterruptedException {
		this.broker.close();
	}

	@Test
	void takesAsMuchAsItsBound() {
		this.link.stall();
		offer(60);
		offer(40);
		assertThat(this.outbox.isClosing()).isFalse();
	}

	@Test
	void closesAReaderThatHasTooMuchBeforeIt() {
		this.link.stall();
		offer(60);
		offer(40);
		offer(1);
		assertThat(this.outbox.isClosing()).isTrue();
		assertThat(this.broker.shard().overflows()).isEqualTo(1);
		assertThat(this.link.closes()).isEmpty();
		this.link.read();
		this.broker.settle();
		assertSlow();
	}

	@Test
	void closesAReaderThatReadsNothingForTooLong() {
		this.link.stall();
		offer(1);
		this.outbox.tick(this.broker.shard().now() + AGE.toNanos() * 9 / 10);
		assertThat(this.outbox.isClosing()).isFalse();
		this.outbox.tick(this.broker.shard().now() + AGE.toNanos() + 1);
		assertThat(this.outbox.isClosing()).isTrue();
		this.link.read();
		this.broker.settle();
		assertSlow();
	}

	@Test
	void doesNotMindAReaderThatHasNothingToRead() {
		offer(1);
		this.outbox.tick(this.broker.shard().now() + 2 * AGE.toNanos());
		assertThat(this.outbox.isClosing()).isFalse();
	}

	@Test
	void cutsOffAReaderThatDoesNotReadItsError() {
		this.link.stall();
		offer(100);
		offer(1);
		this.outbox.tick(this.broker.shard().now() + DRAIN.toNanos() * 9 / 10);
		assertThat(this.link.aborts()).isZero();
		this.outbox.tick(this.broker.shard().now() + DRAIN.toNanos() + 1);
		assertThat(this.link.aborts()).isEqualTo(1);
	}

	@Test
	void writesTheRestBeforeItCloses() {
		this.link.stall();
		offer(1);
		offer(2);
		this.outbox.close(chunk("bye"), CloseCode.NORMAL, "Bye.");
		this.outbox.close(chunk("again"), CloseCode.GOING_AWAY, "Again.");
		offer(3);
		assertThat(this.link.closes()).isEmpty();
		this.link.read();
		this.broker.settle();
		assertThat(this.link.text()).isEqualTo("xxxbye");
		assertThat(this.link.closes()).containsExactly("1000 Bye.");
	}

	private void assertSlow() {
		assertThat(this.link.text()).contains("ERROR\n", "code:reader.slow\n", "SUBSCRIBE with since")
			.doesNotContain("receipt-id");
		assertThat(this.link.closes()).hasSize(1);
		assertThat(this.link.closes().get(0)).startsWith("1013 ");
	}

	private void offer(int bytes) {
		this.outbox.offer(chunk("x".repeat(bytes)));
		this.broker.settle();
	}

	private static Chunk chunk(String text) {
		return new Chunk(text.getBytes(StandardCharsets.UTF_8), false);
	}

}
