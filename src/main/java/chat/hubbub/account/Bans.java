package chat.hubbub.account;

/**
 * Says who may not be here. Whoever lets somebody in, over whatever transport, asks here,
 * and asks again with all that comes from them. Thread-safe; answers from memory.
 */
public interface Bans {

	/**
	 * Lets somebody pass, or refuses them.
	 * @param user who they are, or would be, and where
	 * @throws chat.hubbub.refusal.Refusal if they are banned from this server
	 */
	void check(User user);

}
