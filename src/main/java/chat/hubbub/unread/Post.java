package chat.hubbub.unread;

import chat.hubbub.account.User;

/**
 * A message, as far as it is counted.
 *
 * @param seq its number
 * @param sentAt its time in ms
 * @param author tells its author from most others
 */
record Post(long seq, long sentAt, int author) {

	private static final char ACCOUNT = '@';

	/**
	 * Tells an author from others. An account is known by its key, under any name, and a
	 * guest by the name that is shown.
	 * @param login the account's key, or the name that a guest asked for
	 * @param sender the shown name
	 */
	static int author(String login, String sender) {
		return ((!login.isEmpty() && login.charAt(0) == ACCOUNT) ? login : sender).hashCode();
	}

	static int author(User user) {
		return author(user.login(), user.getName());
	}

}
