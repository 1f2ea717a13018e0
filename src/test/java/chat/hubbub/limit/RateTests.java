package chat.hubbub.limit;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RateTests {

	@Test
	void isSoManyInAPeriod() {
		assertThat(Rate.valueOf("10/s")).isEqualTo(new Rate(10, Duration.ofSeconds(1), 10));
		assertThat(Rate.valueOf("5/min")).isEqualTo(new Rate(5, Duration.ofMinutes(1), 5));
		assertThat(Rate.valueOf(" 5/h ")).isEqualTo(new Rate(5, Duration.ofHours(1), 5));
	}

	@Test
	void mayHaveABurst() {
		assertThat(Rate.valueOf("10/s burst 30")).isEqualTo(new Rate(10, Duration.ofSeconds(1), 30));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", " 0 ", "0/s", "0/min burst 5" })
	void isOffWithZero(String text) {
		assertThat(Rate.valueOf(text).isUnlimited()).isTrue();
		assertThat(Rate.valueOf(text).memory()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "10", "-1/s", "10/day", "10/s burst 0", "10/s burst", "ten/s", "10/s bursts 3",
			"9999999999/s" })
	void saysHowItIsWritten(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Rate.valueOf(text));
	}

	@Test
	void isForgottenOnceABurstIsPossibleAgain() {
		assertThat(Rate.valueOf("10/s burst 30").memory()).isEqualTo(Duration.ofSeconds(3));
		assertThat(Rate.valueOf("5/h").memory()).isEqualTo(Duration.ofHours(1));
	}

}
