package chat.hubbub.message;

import chat.hubbub.account.User;

/**
 * Who posted a message.
 *
 * @param sender the name that it stands under
 * @param login what stands for the sender in the store
 */
record Authorship(String sender, String login) {

	/** Whether it was that account; a guest's name may be another's tomorrow. */
	boolean isOf(User user) {
		return user.account() != null && user.login().equals(this.login);
	}

}
