package chat.bench.load;

/** An act of one client that is due from time to time. */
@FunctionalInterface
public interface Turn {

	/**
	 * Acts.
	 * @param dueAt the time at which it was due, a nano time
	 */
	void take(long dueAt);

}
