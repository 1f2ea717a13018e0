package chat.hubbub.broker.connection;

import java.time.Duration;

import chat.hubbub.broker.BrokerProperties;
import chat.hubbub.broker.wire.Chunk;
import chat.hubbub.broker.wire.FakeLink;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class KeepAliveTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private static final long PING = 25 * SECOND;

	private final TestBroker broker = new TestBroker();

	private final FakeLink ada = new FakeLink();

	private final Connection connection = this.broker.open(this.ada);

	private final KeepAlive keepAlive = this.connection.keepAlive();

	@AfterEach
	void close() throws InterruptedException {
		this.broker.close();
	}

	/**
	 * A silent client may be gone, and proxies cut off a client that receives nothing.
	 */
	@ParameterizedTest
	@CsvSource({ "0,0,true", "1,0,true", "0,1,true", "1,1,false" })
	void pingsUnlessBothSidesBeat(long reads, long writes, boolean pings) {
		this.keepAlive.agree(reads * SECOND, writes * SECOND);
		assertThat(this.keepAlive.isPingDue(System.nanoTime() + PING)).isEqualTo(pings);
	}

	@Test
	void pingsNobodyBeforeConnect() {
		assertThat(this.keepAlive.isPingDue(System.nanoTime() + PING)).isFalse();
	}

	@Test
	void closesAPeerThatAnswersNoPing() {
		this.keepAlive.agree(0, 0);
		long start = System.nanoTime();
		this.connection.tick(start + PING - SECOND);
		assertThat(this.ada.pings()).isZero();
		tick(start + PING);
		tick(start + PING + SECOND);
		assertThat(this.ada.pings()).isOne();
		tick(start + 2 * PING + SECOND);
		tick(start + 3 * PING);
		assertThat(this.ada.pings()).isEqualTo(2);
		assertThat(this.ada.closes()).isEmpty();
		tick(start + 3 * PING + SECOND);
		assertThat(this.ada.text()).contains("code:heart-beat.missing\n");
		assertThat(this.ada.pings()).isEqualTo(2);
	}

	@Test
	void keepsAPeerThatHasSentAnything() {
		this.keepAlive.agree(0, 0);
		long now = System.nanoTime();
		this.keepAlive.pinged(now);
		this.keepAlive.pinged(now);
		assertThat(this.keepAlive.fault(now + PING)).isNotNull();
		this.connection.alive();
		assertThat(this.keepAlive.fault(now + PING)).isNull();
		this.keepAlive.pinged(now + PING);
		assertThat(this.keepAlive.fault(now + 2 * PING)).isNull();
	}

	/** It could not answer before it has read the rest. */
	@Test
	void pingsNoClientThatHasMuchToRead() {
		this.keepAlive.agree(0, 0);
		this.ada.stall();
		this.connection.output().send(new Chunk(new byte[10], false));
		this.broker.settle();
		long later = System.nanoTime() + PING;
		this.connection.tick(later);
		assertThat(this.ada.pings()).isZero();
		this.ada.read();
		this.broker.settle();
		this.connection.tick(later);
		assertThat(this.ada.pings()).isOne();
	}

	@Test
	void pingsNobodyWherePingsAreOff() throws InterruptedException {
		TestBroker quiet = new TestBroker(null,
				new BrokerProperties(DataSize.ofMegabytes(1), Duration.ofSeconds(30), Duration.ofSeconds(5),
						Duration.ofSeconds(10), Duration.ofSeconds(10), 200, DataSize.ofMegabytes(2),
						DataSize.ofBytes(0), Duration.ZERO));
		FakeLink grace = new FakeLink();
		Connection silent = quiet.open(grace);
		silent.keepAlive().agree(0, 0);
		silent.tick(System.nanoTime() + 1000 * SECOND);
		assertThat(grace.pings()).isZero();
		quiet.close();
	}

	/** Its network answers for it; the program hangs. */
	@Test
	void takesNoAnswerForTheHeartBeatsThatWerePromised() {
		this.keepAlive.agree(SECOND, 0);
		long now = System.nanoTime();
		Awaitility.await().until(() -> System.nanoTime() - now > SECOND / 10);
		this.connection.alive();
		assertThat(this.keepAlive.fault(now + 2 * SECOND + SECOND / 20)).isNotNull();
	}

	private void tick(long now) {
		this.connection.tick(now);
		this.broker.settle();
	}

}
