package chat.hubbub.avatar;

import chat.hubbub.account.Account;
import chat.hubbub.bus.StoredFact;

/**
 * The picture of an account was replaced or removed.
 *
 * @param account the number of the account
 * @param name its name, because the account may be deleted
 */
record AvatarStored(long account, String name) implements StoredFact {

	static AvatarStored of(Account account) {
		return new AvatarStored(account.id(), account.username().value());
	}

}
