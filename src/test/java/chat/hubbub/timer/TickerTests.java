package chat.hubbub.timer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TickerTests {

	private final AtomicInteger rounds = new AtomicInteger();

	@Test
	void goesOnAfterAnyFault() {
		Ticker ticker = ticker(() -> {
			if (this.rounds.incrementAndGet() % 2 == 0) {
				throw new StackOverflowError();
			}
			throw new IllegalStateException();
		});
		ticker.start();
		Awaitility.await().until(() -> this.rounds.get() > 4);
		ticker.stop();
		assertThat(ticker.isRunning()).isFalse();
	}

	@Test
	void endsAfterItsLastRound() throws InterruptedException {
		CountDownLatch inRound = new CountDownLatch(1);
		AtomicInteger atTheEnd = new AtomicInteger(-1);
		Ticker ticker = ticker(() -> {
			inRound.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				this.rounds.incrementAndGet();
			}
		}).endingWith(() -> atTheEnd.set(this.rounds.get()));
		ticker.start();
		inRound.await();
		ticker.stop();
		ticker.stop();
		assertThat(atTheEnd).hasValue(1);
	}

	@Test
	void startsAgainAfterAStop() {
		Ticker ticker = ticker(this.rounds::incrementAndGet).outermost();
		ticker.start();
		ticker.stop();
		int before = this.rounds.get();
		ticker.start();
		Awaitility.await().until(() -> this.rounds.get() > before);
		ticker.stop();
		assertThat(ticker.getPhase()).isEqualTo(Integer.MIN_VALUE);
	}

	private static Ticker ticker(Runnable round) {
		return new Ticker("test", Duration.ofMillis(1), round, "It failed");
	}

}
