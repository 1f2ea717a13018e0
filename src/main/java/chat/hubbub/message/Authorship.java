package chat.hubbub.message;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;

/**
 * The author of a message.
 *
 * @param sender the name that the message shows
 * @param login the author's key in the store
 * @param guest the session of a guest; {@code null} for an account
 */
record Authorship(String sender, String login, @Nullable String guest) {

	/**
	 * Whether a user is the author. A guest is known by the session and not by the name,
	 * because the name may later belong to another person.
	 */
	boolean isOf(User user) {
		return (user.account() != null) ? this.guest == null && user.login().equals(this.login)
				: this.guest != null && this.guest.equals(user.session());
	}

}
