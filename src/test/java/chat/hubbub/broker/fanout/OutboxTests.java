package chat.hubbub.broker.fanout;

import java.nio.charset.StandardCharsets;

import chat.hubbub.broker.connection.TestBroker;
import chat.hubbub.broker.wire.Chunk;
import chat.hubbub.broker.wire.FakeLink;
import chat.hubbub.broker.wire.Framing;
import chat.hubbub.broker.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxTests {

	private final TestBroker broker = new TestBroker();

	private final FakeLink link = new FakeLink();

	private final Outbox outbox = this.broker.open(this.link).output().outbox();

	@AfterEach
	void close() throws InterruptedException {
		this.broker.close();
	}

	@Test
	void writesALoneChunkAsItIs() {
		this.outbox.offer(chunk("a"));
		this.broker.settle();
		assertThat(this.link.writes()).containsExactly("a");
	}

	@Test
	void joinsWhatWaitsIntoOneWrite() {
		this.outbox.offer(chunk("a"));
		this.outbox.offer(chunk("b"));
		this.outbox.offer(chunk("c"));
		this.broker.settle();
		assertThat(this.link.writes()).containsExactly("abc");
	}

	@Test
	void joinsNoMoreThanABrowserTakes() {
		String half = "x".repeat(Framing.JOINED_MESSAGE_BYTES / 2);
		this.outbox.offer(chunk(half));
		this.outbox.offer(chunk(half));
		this.outbox.offer(chunk("a"));
		this.broker.settle();
		assertThat(this.link.writes()).containsExactly(half + half, "a");
	}

	@Test
	void joinsNoTextWithBinary() {
		this.outbox.offer(chunk("a"));
		this.outbox.offer(new Chunk(new byte[] { 'b' }, true));
		this.outbox.offer(chunk("c"));
		this.broker.settle();
		assertThat(this.link.writes()).containsExactly("a", "b", "c");
		assertThat(this.link.binaries()).containsExactly(false, true, false);
	}

	@Test
	void joinsNothingForPlainClients() {
		FakeLink plain = new FakeLink();
		Outbox outbox = this.broker.open(plain, this.broker.shard(), new Wire.Plain(Framing.MESSAGES))
			.output()
			.outbox();
		outbox.offer(chunk("a"));
		outbox.offer(chunk("b"));
		this.broker.settle();
		assertThat(plain.writes()).containsExactly("a", "b");
	}

	@Test
	void hasOneWriteAtATime() {
		this.link.stall();
		this.outbox.offer(chunk("a"));
		this.broker.settle();
		this.outbox.offer(chunk("b"));
		this.outbox.offer(chunk("c"));
		this.broker.settle();
		assertThat(this.link.writes()).containsExactly("a");
		assertThat(this.outbox.bytes()).isEqualTo(3);
		this.link.read();
		this.broker.settle();
		assertThat(this.link.writes()).containsExactly("a", "bc");
		assertThat(this.outbox.bytes()).isZero();
	}

	@Test
	void givesUpWhenAWriteFails() {
		this.link.stall();
		this.outbox.offer(chunk("a"));
		this.broker.settle();
		this.outbox.offer(chunk("b"));
		this.link.endWrite(false);
		this.broker.settle();
		this.outbox.offer(chunk("c"));
		this.broker.settle();
		assertThat(this.link.writes()).containsExactly("a");
		assertThat(this.link.aborts()).isPositive();
	}

	@Test
	void tellsEveryoneWhoWaitsForRoom() {
		StringBuilder told = new StringBuilder();
		this.link.stall();
		this.outbox.offer(chunk("a".repeat(200 * 1024)));
		this.broker.settle();
		assertThat(this.outbox.hasRoom()).isFalse();
		this.outbox.whenThereIsRoom(() -> told.append("ada"));
		this.outbox.whenThereIsRoom(() -> told.append(" grace"));
		this.broker.settle();
		assertThat(told).isEmpty();
		this.link.read();
		this.broker.settle();
		assertThat(told).hasToString("ada grace");
	}

	private static Chunk chunk(String text) {
		return new Chunk(text.getBytes(StandardCharsets.UTF_8), false);
	}

}
