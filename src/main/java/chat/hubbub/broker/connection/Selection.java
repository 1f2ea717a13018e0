package chat.hubbub.broker.connection;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

import chat.hubbub.broker.fanout.Subscription;
import chat.hubbub.broker.wire.Fault;
import chat.hubbub.refusal.Refusal;

/**
 * Some of the connections whose client has said who it is. A connection that is being
 * opened meanwhile is not among them. Thread-safe.
 */
public final class Selection {

	private final Iterable<Connection> sessions;

	private final BiConsumer<Connection, Subscription> ended;

	Selection(Iterable<Connection> sessions, BiConsumer<Connection, Subscription> ended) {
		this.sessions = sessions;
		this.ended = ended;
	}

	/**
	 * Ends connections: each is told why, and closed.
	 * @param which tested on each connection's user and on what is known of the client
	 * @param why what they are told
	 */
	public void close(BiPredicate<Principal, Map<String, Object>> which, Refusal why) {
		visit((session, user) -> {
			if (which.test(user, session.attributes())) {
				// At once: what is broadcast from now on must not overtake the close.
				session.subscriptions().end((destination) -> true);
				session.fail(Fault.of(why, null));
			}
		});
	}

	/**
	 * Visits the users.
	 * @param visitor gets the user of each connection, the same as often as they have one
	 */
	public void each(Consumer<Principal> visitor) {
		visit((session, user) -> visitor.accept(user));
	}

	/**
	 * Ends subscriptions whose right was withdrawn: nothing that is broadcast from now on
	 * reaches them. Their clients are told by the code {@code subscription.ended}.
	 * @param which tested on each subscription's user and destination; that of a queue of
	 * a user's own carries its session
	 */
	public void endSubscriptions(BiPredicate<Principal, String> which) {
		visit((session, user) -> session.subscriptions()
			.end((destination) -> which.test(user, destination))
			.forEach((subscription) -> this.ended.accept(session, subscription)));
	}

	/**
	 * Sends something to a queue of their own to all who have subscribed to it.
	 * @param queue the queue as clients name it, {@code /user/queue/...}
	 * @param news the JSON for a user, or empty for one who is not told
	 */
	public void tell(String queue, Function<Principal, Optional<byte[]>> news) {
		visit((session, user) -> news.apply(user).ifPresent((json) -> session.tell(queue, json)));
	}

	private void visit(Visitor visitor) {
		for (Connection session : this.sessions) {
			Principal user = session.user();
			if (user != null) {
				visitor.visit(session, user);
			}
		}
	}

	private interface Visitor {

		void visit(Connection session, Principal user);

	}

}
