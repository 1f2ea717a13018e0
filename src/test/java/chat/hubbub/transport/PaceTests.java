package chat.hubbub.transport;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTests {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private final Pace pace = new Pace(0);

	@Test
	void callsFastWhatComesFasterThanItIsForgotten() {
		this.pace.count(Pace.BURST_BYTES, 0);
		assertThat(this.pace.isFast(0)).isFalse();
		this.pace.count(1, 0);
		assertThat(this.pace.isFast(0)).isTrue();
		assertThat(this.pace.isFast(SECOND)).isFalse();
	}

	@Test
	void neverCallsFastWhoKeepsToTheRate() {
		for (int second = 0; second < 100; second++) {
			this.pace.count(Pace.BURST_BYTES, second * SECOND);
			assertThat(this.pace.isFast(second * SECOND)).isFalse();
		}
	}

	@Test
	void savesNothingUp() {
		this.pace.count(Pace.BURST_BYTES + 100, 60 * SECOND);
		assertThat(this.pace.isFast(60 * SECOND)).isTrue();
	}

}
