package chat.hubbub.account;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * A password that a person chooses: {@value #MIN_BYTES} to {@value #MAX_BYTES} bytes in
 * UTF-8, because bcrypt ignores further bytes. It must not look like an access token.
 * Never shown.
 *
 * @param value the password, normalised to NFC, because keyboards encode é differently
 */
public record Password(String value) {

	static final int MIN_BYTES = 8;

	static final int MAX_BYTES = 72;

	/**
	 * Checks a password.
	 * @throws IllFormedPassword if it is too short or too long, or looks like a token
	 */
	public Password {
		value = normalised(value);
		int length = value.getBytes(StandardCharsets.UTF_8).length;
		if (length < MIN_BYTES || length > MAX_BYTES || AccessToken.isOne(value)) {
			throw new IllFormedPassword();
		}
	}

	/**
	 * Normalises a typed password. One longer than any valid password becomes empty,
	 * which never matches.
	 */
	static String typed(String value) {
		String normalised = (value.length() <= MAX_BYTES) ? normalised(value) : "";
		return (normalised.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES) ? normalised : "";
	}

	private static String normalised(String value) {
		return Normalizer.normalize(value, Form.NFC);
	}

	@Override
	public String toString() {
		return "Password[…]";
	}

}
