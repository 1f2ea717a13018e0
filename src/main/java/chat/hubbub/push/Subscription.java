package chat.hubbub.push;

import java.net.URI;
import java.security.interfaces.ECPublicKey;

/**
 * A browser that wants notices of an account.
 *
 * @param id a hash of its address
 * @param account the number of the account
 * @param epoch the epoch of the account when the browser subscribed: a new password ends
 * the subscription like a session
 * @param endpoint the address at the push service, which is a secret
 * @param key the public key of the browser
 * @param secret the secret of the subscription
 * @param language the tag of the language of its notices
 * @param page the address of the page, without a path
 */
record Subscription(String id, long account, long epoch, URI endpoint, ECPublicKey key, byte[] secret, String language,
		String page) {

	/** Without the secrets. */
	@Override
	public String toString() {
		return "Subscription[account=" + this.account + "]";
	}

}
