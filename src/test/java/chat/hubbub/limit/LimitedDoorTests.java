package chat.hubbub.limit;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import chat.hubbub.account.People;
import chat.hubbub.account.SignInQueue.Turn;
import chat.hubbub.account.token.TokenAttempt;
import chat.hubbub.account.token.TokenInvalid;
import chat.hubbub.fixture.FakeMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LimitedDoorTests {

	private static final String RIGHT = "the right one";

	private final List<Authentication> looked = new ArrayList<>();

	private final LimitedDoor door = new LimitedDoor(this::look, new Attempts(limits(), new FakeMeter()));

	@Test
	void countsBeforeThePasswordIsLookedAt() {
		guess("ada", 5);
		this.looked.clear();
		assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> signIn("ada", "guess", "192.0.2.1"))
			.satisfies((refusal) -> assertThat(refusal.retryAfter()).contains(12L));
		assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> signIn("ada", RIGHT, "192.0.2.1"));
		assertThat(this.looked).isEmpty();
	}

	@Test
	void countsNoRightPasswordForTheName() {
		for (int time = 0; time < 10; time++) {
			assertThat(signIn("ada", RIGHT, "192.0.2.1").getName()).isEqualTo("ada");
		}
		guess("ada", 5);
	}

	@Test
	void keepsOneNameApartFromAnother() {
		guess("ada", 5);
		assertThat(signIn("grace", RIGHT, "192.0.2.1").getName()).isEqualTo("grace");
	}

	@ParameterizedTest
	@ValueSource(strings = { "192.0.2.1", "2001:db8::1" })
	void countsForTheAddressHoweverItIsWritten(String address) throws Exception {
		for (int i = 0; i < 10; i++) {
			signIn("name-" + i, RIGHT, address);
			signIn("name-" + i, RIGHT, InetAddress.getByName(address));
		}
		assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> signIn("ada", RIGHT, address));
		signIn("ada", RIGHT, "198.51.100.1");
	}

	@Test
	void countsForNoAddressWhatComesFromNowhere() {
		for (int i = 0; i < 30; i++) {
			signIn("name-" + i, RIGHT, null);
		}
	}

	@Test
	void countsWrongTokensForTheAddress() {
		guessTokens("192.0.2.1");
		assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> signIn(token("guess"), "192.0.2.1"))
			.satisfies((refusal) -> assertThat(refusal.retryAfter()).contains(3L));
		assertThatExceptionOfType(TokenInvalid.class).isThrownBy(() -> signIn(token("guess"), "192.0.2.2"));
	}

	@Test
	void neverSlowsARightTokenDown() {
		guess("ada", 5);
		guessTokens("192.0.2.1");
		for (int time = 0; time < 50; time++) {
			assertThat(signIn(token(RIGHT), "192.0.2.1").isAuthenticated()).isTrue();
		}
	}

	@Test
	void keepsPasswordsAndTokensApart() {
		guessTokens("192.0.2.1");
		guess("ada", 5);
		signIn("grace", RIGHT, "192.0.2.1");
	}

	@Test
	void countsNothingThatHasHadItsTurn() {
		guess("ada", 5);
		AtomicInteger succeeded = new AtomicInteger();
		Turn turn = succeeded::incrementAndGet;
		assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn("ada", "guess", turn));
		assertThat(signIn("ada", RIGHT, turn).isAuthenticated()).isTrue();
		assertThat(succeeded).hasValue(1);
	}

	private void guess(String name, int times) {
		for (int time = 0; time < times; time++) {
			assertThatExceptionOfType(BadCredentialsException.class)
				.isThrownBy(() -> signIn(name, "guess", "192.0.2.1"));
		}
	}

	private void guessTokens(String address) {
		for (int time = 0; time < 20; time++) {
			assertThatExceptionOfType(TokenInvalid.class).isThrownBy(() -> signIn(token("guess"), address));
		}
	}

	private Authentication signIn(String name, String password, Object address) {
		var attempt = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
		attempt.setDetails(address);
		return this.door.authenticate(attempt);
	}

	private Authentication signIn(TokenAttempt attempt, Object address) {
		attempt.setDetails(address);
		return this.door.authenticate(attempt);
	}

	private static TokenAttempt token(String secret) {
		return People.attempt("ada", secret);
	}

	private Authentication look(Authentication attempt) {
		this.looked.add(attempt);
		boolean right = token(RIGHT).getCredentials().equals(attempt.getCredentials())
				|| RIGHT.equals(attempt.getCredentials());
		if (!right) {
			throw (attempt instanceof TokenAttempt) ? new TokenInvalid() : new BadCredentialsException("wrong");
		}
		return UsernamePasswordAuthenticationToken.authenticated(attempt.getName(), null, List.of());
	}

	private static LimitProperties limits() {
		return new LimitProperties(true, Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED,
				Rate.valueOf("5/min"), Rate.valueOf("20/min burst 100"), Rate.valueOf("20/min"), Rate.valueOf("5/h"),
				Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED, Rate.UNLIMITED,
				Rate.UNLIMITED, Rate.UNLIMITED, 20, 200);
	}

}
