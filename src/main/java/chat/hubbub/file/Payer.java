package chat.hubbub.file;

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;
import chat.hubbub.message.UploadOwner;
import chat.hubbub.net.ClientAddress;

/**
 * The account or the address whose uploads count together. Guests can change their names,
 * so they count by address.
 *
 * @param key its key
 * @param account whether it is an account
 */
record Payer(String key, boolean account) {

	static Payer of(User user, @Nullable InetAddress address) {
		if (user.account() != null) {
			return new Payer(UploadOwner.of(user), true);
		}
		return new Payer((address != null) ? ClientAddress.of(address).toString() : "", false);
	}

}
