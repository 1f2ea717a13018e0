package chat.hubbub.account;

/**
 * The bans from this server. Every transport checks them when a user connects and again
 * with each request or frame. Thread-safe; answers from memory.
 */
public interface Bans {

	/**
	 * Refuses a banned user.
	 * @param user the user and, if known, their address
	 * @throws chat.hubbub.refusal.Refusal if the user is banned from this server
	 */
	void check(User user);

}
