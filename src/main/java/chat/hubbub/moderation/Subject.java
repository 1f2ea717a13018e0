package chat.hubbub.moderation;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.Account;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;

/**
 * The subject of a sanction: an account by its number, for any name and sign-in; a guest
 * by the name.
 *
 * @param username the name at that time
 * @param account the account's number, {@code null} for a guest
 */
record Subject(Username username, @Nullable Long account) {

	/** The name of the subject's connections. */
	String key() {
		return (this.account != null) ? Account.key(this.account) : this.username.key();
	}

	boolean is(User user) {
		if (this.account != null || user.account() != null) {
			return this.account != null && this.account.equals(user.account());
		}
		String key = this.username.key();
		// The guest's present name, or the requested name, which the guest has with a
		// number.
		return key.equals(user.username().key()) || key.equals(user.login());
	}

}
