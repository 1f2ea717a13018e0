package chat.hubbub.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser with a subscription: it reads what was encrypted for it (RFC 8291). */
final class Receiver {

	private final KeyPair keys = Curve.create();

	private final byte[] secret = "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII);

	ECPublicKey key() {
		return (ECPublicKey) this.keys.getPublic();
	}

	byte[] secret() {
		return this.secret;
	}

	/** The description of the subscription for the server. */
	String json(String endpoint) {
		return "{\"endpoint\":\"" + endpoint + "\",\"expirationTime\":null,\"keys\":{\"p256dh\":\""
				+ text(Curve.bytes(key())) + "\",\"auth\":\"" + text(this.secret) + "\"}}";
	}

	byte[] decrypt(byte[] body) {
		ByteBuffer in = ByteBuffer.wrap(body);
		byte[] salt = take(in, 16);
		int size = in.getInt();
		byte[] sender = take(in, in.get());
		byte[] record = take(in, in.remaining());
		if (record.length > size) {
			throw new AssertionError("A record of " + record.length + " bytes");
		}
		try {
			KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
			agreement.init(this.keys.getPrivate());
			agreement.doPhase(Curve.publicKey(sender), true);
			byte[] info = concat("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), Curve.bytes(key()), sender);
			byte[] material = hkdf(this.secret, agreement.generateSecret(), info, 32);
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(Cipher.DECRYPT_MODE,
					new SecretKeySpec(hkdf(salt, material,
							"Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16), "AES"),
					new GCMParameterSpec(128,
							hkdf(salt, material, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12)));
			byte[] padded = cipher.doFinal(record);
			int end = padded.length - 1;
			while (padded[end] == 0) {
				end--;
			}
			if (padded[end] != 2) {
				throw new AssertionError("The record is not the last one");
			}
			return Arrays.copyOf(padded, end);
		}
		catch (GeneralSecurityException ex) {
			throw new AssertionError("It cannot be read", ex);
		}
	}

	private static byte[] hkdf(byte[] salt, byte[] material, byte[] info, int length) throws GeneralSecurityException {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(salt, "HmacSHA256"));
		byte[] key = mac.doFinal(material);
		mac.init(new SecretKeySpec(key, "HmacSHA256"));
		mac.update(info);
		return Arrays.copyOf(mac.doFinal(new byte[] { 1 }), length);
	}

	private static byte[] concat(byte[]... parts) {
		ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt((part) -> part.length).sum());
		Arrays.stream(parts).forEach(all::put);
		return all.array();
	}

	private static byte[] take(ByteBuffer in, int length) {
		byte[] taken = new byte[length];
		in.get(taken);
		return taken;
	}

	private static String text(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
