package chat.hubbub.message.follow;

/**
 * The right to run a follower, or other code with effects outside of the store, which one
 * node at a time has. Thread-safe.
 */
public interface Lease {

	/** That of a single server, which it always has. */
	Lease ALWAYS = () -> 1;

	/**
	 * Takes the right if it is free; may read from the store.
	 * @return a number that grows with each holder, or 0 while another node has the right
	 */
	long hold();

	/**
	 * Makes sure, in the transaction of the caller, that no other node has taken the
	 * right.
	 * @throws LeaseLost otherwise; then the transaction must be rolled back
	 */
	default void check() {
	}

	/** Lets another node take it at once. */
	default void release() {
	}

}
