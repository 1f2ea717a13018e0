package chat.hubbub.unread;

import chat.hubbub.account.User;

/**
 * A user as messages know them.
 *
 * @param user the user
 * @param author the user as an author, see {@link Post#author}
 * @param person the user as one whom messages mention, see {@link Post#person}
 */
record Identity(User user, int author, int person) {

	static Identity of(User user) {
		return new Identity(user, Post.author(user.login(), user.getName()), Post.person(user.login(), user.getName()));
	}

}
