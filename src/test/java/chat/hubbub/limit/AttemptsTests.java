package chat.hubbub.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;

import chat.hubbub.fixture.FakeMeter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AttemptsTests {

	private final FakeMeter meter = new FakeMeter();

	private final Attempts attempts = attempts(true);

	@Test
	void areFiveAMinuteForANameFromAnAddress() {
		for (int i = 0; i < 5; i++) {
			this.attempts.signIn((i % 2 == 0) ? "ada" : "ADA", at(9));
		}
		assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> this.attempts.signIn("Ada", at(9)))
			.satisfies((refusal) -> assertThat(refusal.retryAfter()).contains(12L));
		this.attempts.signIn("grace", at(9));
		this.attempts.signIn("ada", at(8));
		this.meter.advance(Duration.ofSeconds(12));
		this.attempts.signIn("ada", at(9));
		assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> this.attempts.signIn("ada", at(9)));
	}

	@Test
	void areAHundredForANameFromAllAddresses() {
		for (int i = 0; i < 100; i++) {
			assertThat(this.attempts.signInUnder((i % 2 == 0) ? "ada" : "ADA")).isZero();
		}
		assertThat(this.attempts.signInUnder("ada")).isEqualTo(Duration.ofSeconds(3));
		assertThat(this.attempts.signInUnder("grace")).isZero();
		this.attempts.counted("ada", at(1)).succeeded();
		assertThat(this.attempts.signInUnder("ada")).isZero();
		this.meter.advance(Duration.ofSeconds(3));
		assertThat(this.attempts.signInUnder("ada")).isZero();
		assertThat(this.attempts.signInUnder("ada")).isPositive();
	}

	@Test
	void areTwentyAMinuteForAnAddress() {
		for (int i = 0; i < 20; i++) {
			this.attempts.signIn("name-" + i, at(1));
		}
		assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> this.attempts.signIn("ada", at(1)))
			.satisfies((refusal) -> assertThat(refusal.retryAfter()).contains(3L));
		this.attempts.signIn("ada", at(2));
	}

	@Test
	void ofAnAddressThatHadAllOfItsOwnLeaveANameAlone() {
		for (int i = 0; i < 20; i++) {
			this.attempts.signIn("name-" + i, at(1));
		}
		for (int i = 0; i < 20; i++) {
			assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> this.attempts.signIn("ada", at(1)));
		}
		this.attempts.signIn("ada", at(2));
	}

	@Test
	void thatSucceedDoNotCountForTheName() {
		for (int i = 0; i < 15; i++) {
			this.attempts.signIn("ada", at(1));
			this.attempts.signedIn("ada", at(1));
		}
		for (int i = 0; i < 5; i++) {
			this.attempts.signIn("grace", at(1));
		}
		assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> this.attempts.signIn("ada", at(1)));
	}

	@Test
	void underNamesThatNobodyCanHaveAreBoundedTogether() {
		for (int i = 0; i < 5; i++) {
			this.attempts.signIn("x".repeat(10_000 + i), null);
		}
		assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> this.attempts.signIn("<b>", null));
	}

	@Test
	void toSignUpAreFiveAnHour() {
		for (int i = 0; i < 5; i++) {
			this.attempts.signUp(at(1));
		}
		assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> this.attempts.signUp(at(1)))
			.satisfies((refusal) -> assertThat(refusal.retryAfter()).contains(720L));
		this.attempts.signUp(at(2));
		this.attempts.notSignedUp(at(1));
		this.attempts.signUp(at(1));
	}

	@Test
	void areUnlimitedWhereLimitsAreOff() {
		Attempts unlimited = attempts(false);
		for (int i = 0; i < 1000; i++) {
			unlimited.signIn("ada", at(1));
			unlimited.signUp(at(1));
		}
	}

	private Attempts attempts(boolean enabled) {
		return new Attempts(new LimitProperties(enabled, Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED,
				Rate.UNLIMITED, Rate.valueOf("5/min"), Rate.valueOf("20/min burst 100"), Rate.valueOf("20/min"),
				Rate.valueOf("5/h"), Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED,
				Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED, 20, 200), this.meter);
	}

	private static InetAddress at(int host) {
		try {
			return InetAddress.getByName("192.0.2." + host);
		}
		catch (UnknownHostException ex) {
			throw new AssertionError(ex);
		}
	}

}
