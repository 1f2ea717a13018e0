package chat.hubbub.store;

/** The claim of this server on its store. Thread-safe. */
public interface StoreClaim {

	/**
	 * Whether no other server used the store at the start of this one. Other nodes of a
	 * cluster wait until it has {@linkplain #settle settled}.
	 * @return {@code true} without a cluster, too
	 */
	boolean isFirst();

	/** The first server has prepared the store, so that the other nodes may use it. */
	void settle();

}
