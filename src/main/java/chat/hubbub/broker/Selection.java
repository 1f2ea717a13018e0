package chat.hubbub.broker;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

import chat.hubbub.refusal.Refusal;

/**
 * Some of the connections that have a user. A connection that is being opened may be
 * missed. Thread-safe.
 */
public interface Selection {

	/**
	 * Ends connections: each client is told the reason, and its connection is closed.
	 * @param which matches the user and the attributes of a connection
	 * @param why the reason for the clients
	 */
	void close(BiPredicate<Principal, Map<String, Object>> which, Refusal why);

	/**
	 * Visits the users.
	 * @param visitor receives the user of each connection, a user with several
	 * connections several times
	 */
	void each(Consumer<Principal> visitor);

	/**
	 * Ends subscriptions whose right was withdrawn: they receive no later broadcast.
	 * Their clients get the code {@code subscription.ended}.
	 * @param which matches the user and the destination of a subscription; the
	 * destination of a user's queue contains its connection
	 */
	void endSubscriptions(BiPredicate<Principal, String> which);

	/**
	 * Sends a message to the subscribers of a user queue.
	 * @param queue the queue as clients name it, {@code /user/queue/...}
	 * @param news the JSON for a user, or empty to send nothing
	 */
	void tell(String queue, Function<Principal, Optional<byte[]>> news);

}
