package chat.hubbub.broker.connection;

/** The destinations to which a SEND never waits. Thread-safe. */
@FunctionalInterface
public interface PromptDestinations {

	/**
	 * Whether a SEND to a destination never waits; costs no I/O.
	 * @param destination the destination as the client names it
	 * @return {@code false} if in doubt
	 */
	boolean contains(String destination);

}
