package chat.hubbub.topic;

/**
 * The accounts from which other accounts want no direct messages. Thread-safe; answers
 * from memory.
 */
public interface Blocking {

	/**
	 * Whether an account has blocked another.
	 * @param account the number of the account
	 * @param other the number of the other account
	 * @return {@code true} if so
	 */
	boolean blocks(long account, long other);

}
