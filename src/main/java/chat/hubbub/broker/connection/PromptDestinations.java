package chat.hubbub.broker.connection;

/** The SENDs that never wait and take a short time. Thread-safe. */
@FunctionalInterface
public interface PromptDestinations {

	/**
	 * Whether a SEND never waits and takes a short time; costs no I/O.
	 * @param destination the destination as the client names it
	 * @param body the body of the frame
	 * @return {@code false} if in doubt
	 */
	boolean contains(String destination, byte[] body);

}
