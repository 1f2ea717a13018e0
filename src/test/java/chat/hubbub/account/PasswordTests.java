package chat.hubbub.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PasswordTests {

	@ParameterizedTest
	@MethodSource("good")
	void takesWhatBcryptSeesAllOf(String value) {
		assertThat(new Password(value).value()).isEqualTo(value);
		assertThat(Password.typed(value)).isEqualTo(value);
	}

	@ParameterizedTest
	@MethodSource("bad")
	void refusesWhatIsTooShortOrTooLong(String value) {
		assertThatExceptionOfType(IllFormedPassword.class).isThrownBy(() -> new Password(value));
	}

	@Test
	void normalisesWhatKeyboardsWriteDifferently() {
		assertThat(new Password("cafe\u0301 noir")).isEqualTo(new Password("caf\u00E9 noir"));
		assertThat(Password.typed("cafe\u0301 noir")).isEqualTo("caf\u00E9 noir");
	}

	/** Or bcrypt would look at the first 72 bytes only, and find them right. */
	@Test
	void comparesNothingThatIsTooLong() {
		assertThat(Password.typed("a".repeat(73))).isEmpty();
		assertThat(Password.typed("é".repeat(37))).isEmpty();
	}

	@Test
	void neverShowsItself() {
		assertThat(new Password("correct horse")).hasToString("Password[…]");
		assertThat(new Secret("correct horse")).hasToString("Secret[…]");
	}

	private static String[] good() {
		return new String[] { "12345678", "a".repeat(72), "é".repeat(36), "ключ", " spaces ", "\u0000".repeat(8) };
	}

	private static String[] bad() {
		return new String[] { "", "1234567", "a".repeat(73), "é".repeat(37), "clé" };
	}

}
