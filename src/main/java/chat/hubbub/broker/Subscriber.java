package chat.hubbub.broker;

import java.security.Principal;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A connection as seen by a feature that follows its subscriptions. Thread-safe. */
public interface Subscriber {

	/**
	 * The user of the connection.
	 * @return the user, {@code null} before CONNECT
	 */
	@Nullable Principal user();

	/**
	 * The attributes of the connection, in which a feature may keep its own.
	 * @return a live map that is safe for use by several threads
	 */
	Map<String, Object> attributes();

	/**
	 * Whether the connection is being ended because its client has been silent for too
	 * long.
	 * @return {@code false} if its client has closed it
	 */
	boolean isVanished();

	/**
	 * Charges memory that a feature keeps for the connection, until it is released or the
	 * connection ends.
	 * @param bytes the change in bytes, negative to release them
	 * @return {@code false} if the budget is exceeded and the connection is being closed
	 */
	boolean keep(long bytes);

}
