package chat.hubbub.webhook.outgoing;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests, so that a receiver can tell forged and repeated ones. */
final class Signature {

	private static final String ALGORITHM = "HmacSHA256";

	/** The version of what is signed. */
	private static final String PREFIX = "v1=";

	private Signature() {
	}

	/** HMAC-SHA256 of the time, a dot and the body, in hexadecimal digits. */
	static String of(String secret, String timestamp, byte[] body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
			mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
			return PREFIX + HexFormat.of().formatHex(mac.doFinal(body));
		}
		catch (NoSuchAlgorithmException | InvalidKeyException ex) {
			throw new IllegalStateException("Every Java has HmacSHA256", ex);
		}
	}

}
