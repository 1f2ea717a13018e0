package chat.hubbub.broker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The subscriptions of one shard to one destination, and what is to be delivered to them.
 * Used by the thread of the shard only.
 */
final class Audience {

	private final Map<Key, Group> groups = new HashMap<>(2);

	private final List<EncodedMessage> pending = new ArrayList<>();

	void add(Subscription subscription) {
		this.groups.computeIfAbsent(Key.of(subscription), (key) -> new Group(key.wire(), key.id())).add(subscription);
	}

	void remove(Subscription subscription) {
		Key key = Key.of(subscription);
		Group group = this.groups.get(key);
		if (group == null || subscription.index() < 0) {
			return;
		}
		group.remove(subscription);
		if (group.isEmpty()) {
			this.groups.remove(key);
		}
	}

	boolean isEmpty() {
		return this.groups.isEmpty();
	}

	/** Returns whether this is the first message since the last delivery. */
	boolean queue(EncodedMessage message) {
		this.pending.add(message);
		return this.pending.size() == 1;
	}

	void deliver() {
		try {
			this.groups.values().forEach((group) -> group.deliver(this.pending));
		}
		finally {
			this.pending.clear();
		}
	}

	private record Key(Wire wire, String id) {

		static Key of(Subscription subscription) {
			return new Key(subscription.session().wire(), subscription.id());
		}

	}

}
