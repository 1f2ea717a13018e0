package chat.hubbub.broker.connection;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

import chat.hubbub.broker.Selection;
import chat.hubbub.broker.fanout.Subscription;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.Fault;
import chat.hubbub.refusal.Refusal;

/** Connections of this node that have a user. Thread-safe. */
final class SelectedConnections implements Selection {

	private final Iterable<Connection> connections;

	private final BiConsumer<Connection, Subscription> ended;

	SelectedConnections(Iterable<Connection> connections, BiConsumer<Connection, Subscription> ended) {
		this.connections = connections;
		this.ended = ended;
	}

	@Override
	public void close(BiPredicate<Principal, Map<String, Object>> which, Refusal why) {
		visit((connection, user) -> {
			if (which.test(user, connection.attributes())) {
				// The subscriptions end at once, so that no later broadcast overtakes the
				// close.
				connection.subscriptions().end((destination) -> true);
				connection.fail(Fault.of(why, null));
			}
		});
	}

	@Override
	public void each(Consumer<Principal> visitor) {
		visit((connection, user) -> visitor.accept(user));
	}

	@Override
	public void endSubscriptions(BiPredicate<Principal, String> which) {
		visit((connection, user) -> connection.subscriptions()
			.end((destination) -> which.test(user, destination))
			.forEach((subscription) -> this.ended.accept(connection, subscription)));
	}

	@Override
	public void tell(String queue, Function<Principal, Optional<byte[]>> news) {
		visit((connection, user) -> news.apply(user).ifPresent((json) -> tell(connection, queue, json)));
	}

	private static void tell(Connection connection, String queue, byte[] json) {
		// Spring converts the queue to a destination of the connection.
		String own = queue.substring("/user".length()) + "-user" + connection.id();
		connection.subscriptions()
			.allTo(own)
			.forEach((subscription) -> connection.subscriptions()
				.send(subscription, EncodedMessage.json(own, queue, json)));
	}

	private void visit(Visitor visitor) {
		for (Connection connection : this.connections) {
			Principal user = connection.user();
			if (user != null) {
				visitor.visit(connection, user);
			}
		}
	}

	private interface Visitor {

		void visit(Connection connection, Principal user);

	}

}
