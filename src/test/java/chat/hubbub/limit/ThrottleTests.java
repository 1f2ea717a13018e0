package chat.hubbub.limit;

import java.time.Duration;

import chat.hubbub.fixture.FakeMeter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ThrottleTests {

	private final FakeMeter meter = new FakeMeter();

	@Test
	void takesABurstAndThenTheRate() {
		Throttle throttle = throttle("10/s burst 30");
		assertThat(taken(throttle, 40)).isEqualTo(30);
		this.meter.advance(Duration.ofMillis(99));
		assertThat(taken(throttle, 1)).isZero();
		this.meter.advance(Duration.ofMillis(1));
		assertThat(taken(throttle, 2)).isEqualTo(1);
		this.meter.advance(Duration.ofSeconds(1));
		assertThat(taken(throttle, 20)).isEqualTo(10);
		this.meter.advance(Duration.ofDays(1));
		assertThat(taken(throttle, 40)).isEqualTo(30);
	}

	@Test
	void saysWhenToTryAgain() {
		Throttle throttle = throttle("5/min");
		assertThat(taken(throttle, 5)).isEqualTo(5);
		assertThatExceptionOfType(RateLimited.class).isThrownBy(throttle::take).satisfies((refusal) -> {
			assertThat(refusal.code()).isEqualTo("rate.limited");
			assertThat(refusal.kind().status()).isEqualTo(429);
			assertThat(refusal.retryAfter()).contains(12L);
			assertThat(refusal.sentence()).isEqualTo("Too many messages in a short time. Try again in 12 seconds.");
		});
		this.meter.advance(Duration.ofSeconds(12));
		assertThat(taken(throttle, 5)).isEqualTo(1);
	}

	@Test
	void neverSaysToTryAgainAtOnce() {
		Throttle throttle = throttle("1000/s burst 1");
		throttle.take();
		assertThatExceptionOfType(RateLimited.class).isThrownBy(throttle::take).satisfies((refusal) -> {
			assertThat(refusal.retryAfter()).contains(1L);
			assertThat(refusal.sentence()).endsWith("Try again in 1 second.");
		});
	}

	@Test
	void speaksOfMinutesWhereItTakesLong() {
		Throttle throttle = throttle("1/h");
		throttle.take();
		assertThatExceptionOfType(RateLimited.class).isThrownBy(throttle::take).satisfies((refusal) -> {
			assertThat(refusal.retryAfter()).contains(3600L);
			assertThat(refusal.sentence()).endsWith("Try again in 60 minutes.");
		});
	}

	@Test
	void countsNothingThatItRefuses() {
		Throttle throttle = throttle("1/s");
		assertThat(taken(throttle, 100)).isEqualTo(1);
		this.meter.advance(Duration.ofSeconds(1));
		assertThat(taken(throttle, 1)).isEqualTo(1);
	}

	@Test
	void takesBack() {
		Throttle throttle = throttle("1/h");
		throttle.take();
		throttle.giveBack();
		assertThat(taken(throttle, 2)).isEqualTo(1);
	}

	@Test
	void takesEverythingWhereItIsOff() {
		assertThat(taken(throttle("0"), 10_000)).isEqualTo(10_000);
	}

	private Throttle throttle(String rate) {
		return Throttle.of("rate.messages", Rate.valueOf(rate), this.meter);
	}

	private static int taken(Throttle throttle, int tries) {
		int taken = 0;
		for (int i = 0; i < tries; i++) {
			try {
				throttle.take();
				taken++;
			}
			catch (RateLimited refusal) {
				// One too many.
			}
		}
		return taken;
	}

}
