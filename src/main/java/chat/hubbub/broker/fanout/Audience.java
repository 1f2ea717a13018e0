package chat.hubbub.broker.fanout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import chat.hubbub.broker.wire.EncodedMessage;

/**
 * The subscriptions of one shard to one destination, and the messages queued for them.
 * Used only by the thread of the shard.
 */
final class Audience {

	private final Map<Group.Key, Group> groups = new HashMap<>(2);

	private final List<EncodedMessage> pending = new ArrayList<>();

	private final boolean resumable;

	/**
	 * An audience without subscriptions.
	 * @param resumable whether its subscriptions can read numbered messages again from
	 * the log
	 */
	Audience(boolean resumable) {
		this.resumable = resumable;
	}

	void add(Subscription subscription) {
		this.groups.computeIfAbsent(Group.Key.of(subscription), Group::new).add(subscription);
	}

	void remove(Subscription subscription) {
		Group.Key key = Group.Key.of(subscription);
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

	/**
	 * Hands the queued messages to the outboxes.
	 * @return the number of deliveries and the subscriptions that have fallen behind
	 */
	Delivery deliver() {
		try {
			long first = firstSeq();
			List<Subscription> behind = new ArrayList<>(0);
			long members = 0;
			for (Group group : this.groups.values()) {
				group.deliver(this.pending, first, (this.resumable && first > 0) ? behind : null);
				members += group.size();
			}
			return new Delivery((members - behind.size()) * this.pending.size(), first, behind);
		}
		finally {
			this.pending.clear();
		}
	}

	private long firstSeq() {
		for (EncodedMessage message : this.pending) {
			if (message.seq() > 0) {
				return message.seq();
			}
		}
		return 0;
	}

	/**
	 * The result of a delivery.
	 *
	 * @param count the number of deliveries
	 * @param first the number of the first numbered message, or 0
	 * @param behind the subscriptions whose outbox had no room
	 */
	record Delivery(long count, long first, List<Subscription> behind) {

	}

}
