package chat.hubbub.push;

import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A subscription as a browser describes it ({@code PushSubscription.toJSON}).
 *
 * @param endpoint the address at the push service
 * @param keys its keys
 */
record Wanted(@Nullable String endpoint, @Nullable Keys keys) {

	private static final int SECRET_BYTES = 16;

	private static final int MAX_KEY = 100;

	/**
	 * The address.
	 * @throws PushRefused if it is not one of HTTPS
	 */
	String secureEndpoint() {
		if (this.endpoint == null || !this.endpoint.toLowerCase(Locale.ROOT).startsWith("https://")) {
			throw new PushRefused();
		}
		return this.endpoint;
	}

	ECPublicKey publicKey() {
		try {
			return Curve.publicKey(bytes((this.keys != null) ? this.keys.p256dh() : null));
		}
		catch (IllegalArgumentException ex) {
			throw new PushRefused();
		}
	}

	byte[] secret() {
		byte[] secret = bytes((this.keys != null) ? this.keys.auth() : null);
		if (secret.length != SECRET_BYTES) {
			throw new PushRefused();
		}
		return secret;
	}

	private static byte[] bytes(@Nullable String text) {
		try {
			if (text != null && text.length() <= MAX_KEY) {
				return Base64.getUrlDecoder().decode(text);
			}
		}
		catch (IllegalArgumentException ex) {
			// Refused below.
		}
		throw new PushRefused();
	}

	/** Without the secrets. */
	@Override
	public String toString() {
		return "Wanted[…]";
	}

	/**
	 * The keys of a subscription, in base64url.
	 *
	 * @param p256dh the public key of the browser
	 * @param auth the secret
	 */
	record Keys(@Nullable String p256dh, @Nullable String auth) {

		/** Without the secrets. */
		@Override
		public String toString() {
			return "Keys[…]";
		}

	}

}
