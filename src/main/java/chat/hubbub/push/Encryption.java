package chat.hubbub.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The encryption of a message for one browser (RFC 8291), as one record of the coding
 * {@code aes128gcm} (RFC 8188). The message is filled up, so that the push service does
 * not learn its length.
 */
final class Encryption {

	/** The size of a record, which is the longest body that every service accepts. */
	private static final int RECORD = 4096;

	private static final int SALT = 16;

	private static final int TAG = 16;

	private static final int KEY = 16;

	private static final int NONCE = 12;

	private static final int HASH = 32;

	private static final byte LAST_RECORD = 2;

	private static final int HEADER = SALT + Integer.BYTES + 1 + Curve.POINT_BYTES;

	/** The maximum number of bytes of a message. */
	static final int MAX_LENGTH = RECORD - HEADER - TAG - 1;

	/** A message is filled up to a multiple of so many bytes. */
	private static final int STEP = 1024;

	private static final SecureRandom RANDOM = new SecureRandom();

	private Encryption() {
	}

	/**
	 * Encrypts a message.
	 * @param message at most {@value #MAX_LENGTH} bytes
	 * @param receiver the public key of the browser
	 * @param secret the secret of its subscription
	 * @return the body of a request
	 */
	static byte[] encrypt(byte[] message, ECPublicKey receiver, byte[] secret) {
		byte[] salt = new byte[SALT];
		RANDOM.nextBytes(salt);
		int filled = Math.min(MAX_LENGTH, (message.length / STEP + 1) * STEP);
		return encrypt(message, filled - message.length, receiver, secret, Curve.create(), salt);
	}

	static byte[] encrypt(byte[] message, int padding, ECPublicKey receiver, byte[] secret, KeyPair sender,
			byte[] salt) {
		byte[] point = Curve.bytes((ECPublicKey) sender.getPublic());
		try {
			KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
			agreement.init(sender.getPrivate());
			agreement.doPhase(receiver, true);
			byte[] material = derive(secret, agreement.generateSecret(),
					join(bytes("WebPush: info\0"), Curve.bytes(receiver), point), HASH);
			byte[] key = derive(salt, material, bytes("Content-Encoding: aes128gcm\0"), KEY);
			byte[] nonce = derive(salt, material, bytes("Content-Encoding: nonce\0"), NONCE);
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"),
					new GCMParameterSpec(TAG * Byte.SIZE, nonce));
			byte[] record = cipher.doFinal(join(message, new byte[] { LAST_RECORD }, new byte[padding]));
			return ByteBuffer.allocate(HEADER + record.length)
				.put(salt)
				.putInt(RECORD)
				.put((byte) point.length)
				.put(point)
				.put(record)
				.array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has ECDH and AES-GCM", ex);
		}
	}

	/** HKDF with SHA-256 (RFC 5869), for results of one block. */
	private static byte[] derive(byte[] salt, byte[] material, byte[] info, int length)
			throws GeneralSecurityException {
		byte[] block = hmac(hmac(salt, material), join(info, new byte[] { 1 }));
		return Arrays.copyOf(block, length);
	}

	private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(key, "HmacSHA256"));
		return mac.doFinal(data);
	}

	private static byte[] join(byte[]... parts) {
		ByteBuffer joined = ByteBuffer.allocate(Arrays.stream(parts).mapToInt((part) -> part.length).sum());
		Arrays.stream(parts).forEach(joined::put);
		return joined.array();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
