package chat.hubbub.file;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random words. */
final class Word {

	/** So many bytes cannot be guessed. */
	static final int ID_BYTES = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	private Word() {
	}

	/** A word of letters, digits, hyphens and underscores. */
	static String create(int bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(random(bytes));
	}

	/** A word of hexadecimal digits. */
	static String createHex(int bytes) {
		return HexFormat.of().formatHex(random(bytes));
	}

	private static byte[] random(int length) {
		byte[] bytes = new byte[length];
		RANDOM.nextBytes(bytes);
		return bytes;
	}

}
