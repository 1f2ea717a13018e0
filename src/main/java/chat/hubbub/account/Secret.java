package chat.hubbub.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A secret of 256 random bits, in a link or an access token. The server keeps only its
 * hash. A fast hash is enough, because so many bits cannot be guessed.
 *
 * @param value the secret as text
 */
public record Secret(String value) {

	private static final int BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	/** A new random secret of 256 bits, such as that of an invitation. */
	public static Secret create() {
		return new Secret(random());
	}

	/** A new random access token of 256 bits, which is recognisable by its prefix. */
	public static Secret createToken() {
		return new Secret(AccessToken.PREFIX + random());
	}

	/**
	 * A new random secret of 256 bits, such as that of a webhook.
	 * @param prefix its beginning, by which people and programs recognise it
	 * @return the secret
	 */
	public static Secret create(String prefix) {
		return new Secret(prefix + random());
	}

	private static String random() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** SHA-256, in hexadecimal digits. */
	public String hash() {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(this.value.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	@Override
	public String toString() {
		return "Secret[…]";
	}

}
