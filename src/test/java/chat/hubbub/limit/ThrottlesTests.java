package chat.hubbub.limit;

import java.time.Duration;

import chat.hubbub.fixture.FakeMeter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ThrottlesTests {

	private final FakeMeter meter = new FakeMeter();

	private final Throttles throttles = new Throttles("rate.messages", Rate.valueOf("1/min"), this.meter);

	@Test
	void tellsNamesApart() {
		this.throttles.of("ada").take();
		this.throttles.of("grace").take();
		assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> this.throttles.of("ada").take());
	}

	@Test
	void forgetsWhoHasRested() {
		this.throttles.of("ada").take();
		this.meter.advance(Duration.ofSeconds(59));
		assertThat(this.throttles.size()).isEqualTo(1);
		this.meter.advance(Duration.ofSeconds(2));
		assertThat(this.throttles.size()).isZero();
		this.throttles.of("ada").take();
	}

	@Test
	void doesNotGrowWithNamesThatAreMadeUp() {
		for (int i = 0; i < 3 * Throttles.MAX_SIZE; i++) {
			this.throttles.of("name-" + i).take();
		}
		assertThat(this.throttles.size()).isLessThanOrEqualTo(Throttles.MAX_SIZE);
	}

	@Test
	void keepsNothingWhereTheLimitIsOff() {
		Throttles off = new Throttles("rate.messages", Rate.UNLIMITED, this.meter);
		off.of("ada").take();
		off.of("ada").take();
		assertThat(off.size()).isZero();
	}

}
