package chat.hubbub.message;

import chat.hubbub.account.User;

/**
 * The author of a message.
 *
 * @param sender the name that the message shows
 * @param login the author's key in the store
 */
record Authorship(String sender, String login) {

	/**
	 * Whether a user is the author. Only accounts can be, because a guest's name may
	 * later belong to another person.
	 */
	boolean isOf(User user) {
		return user.account() != null && user.login().equals(this.login);
	}

}
