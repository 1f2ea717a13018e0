package chat.hubbub.account;

import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordsTests {

	/** Algorithm, version and cost. */
	private static final int SETTINGS = "{bcrypt}$2a$10$".length();

	@Test
	void takeEquallyLongForANameWithoutAnAccount() {
		PasswordEncoder encoder = new PasswordConfiguration().passwordEncoder();
		assertThat(encoder.matches("no password", Passwords.NOBODYS)).isTrue();
		assertThat(encoder.encode("another")).startsWith(Passwords.NOBODYS.substring(0, SETTINGS));
	}

}
