package chat.hubbub.broker.fanout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import chat.hubbub.refusal.Refusal;

/**
 * The subscriptions of one connection, by the ids that its client chose. What is
 * broadcast to them is the business of the connection's {@link Shard}. Thread-safe.
 */
public final class Subscriptions {

	private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>(4);

	private final Shard shard;

	private final ConnectionBudget budget;

	public Subscriptions(Shard shard, ConnectionBudget budget) {
		this.shard = shard;
		this.budget = budget;
	}

	/**
	 * Notes a subscription, to which nothing is broadcast yet.
	 * @throws Refusal if its pattern reaches too far, its id is in use, there are too
	 * many or they hold too much
	 */
	public void add(Subscription subscription) {
		Patterns.check(subscription.destination());
		int limit = this.shard.limits().subscriptions();
		if (limit > 0 && this.subscriptions.size() >= limit) {
			throw SubscriptionFault.tooMany(limit);
		}
		this.budget.keep(subscription.bytes());
		if (this.subscriptions.putIfAbsent(subscription.id(), subscription) != null) {
			this.budget.release(subscription.bytes());
			throw SubscriptionFault.exists();
		}
	}

	/**
	 * Ends a subscription, after the broadcasts that wait for it; returns whether there
	 * was one of that id.
	 */
	public boolean remove(String id) {
		Subscription subscription = take(id);
		if (subscription != null) {
			this.shard.submit(() -> this.shard.leave(subscription));
		}
		return subscription != null;
	}

	/**
	 * Ends a subscription, whatever waits to be delivered to it: nothing that is
	 * broadcast from now on reaches it. Returns whether there was one of that id.
	 */
	public boolean end(String id) {
		Subscription subscription = take(id);
		if (subscription != null) {
			// Not behind the broadcasts that wait: it overtakes them.
			this.shard.later(() -> this.shard.leave(subscription));
		}
		return subscription != null;
	}

	/**
	 * Ends several like that.
	 * @param which asked of their destinations as the broker knows them
	 * @return those that this call has ended
	 */
	public List<Subscription> end(Predicate<String> which) {
		return this.subscriptions.values()
			.stream()
			.filter((subscription) -> which.test(subscription.destination()))
			.filter((subscription) -> end(subscription.id()))
			.toList();
	}

	private @Nullable Subscription take(String id) {
		Subscription subscription = this.subscriptions.remove(id);
		if (subscription != null) {
			this.budget.release(subscription.bytes());
			subscription.close();
		}
		return subscription;
	}

	/** The connection is lost: nothing more reaches any of them. */
	public void leave() {
		this.subscriptions.values().forEach((subscription) -> this.shard.later(() -> this.shard.leave(subscription)));
	}

	/** One of those to such a destination, as the broker knows it. */
	public Optional<Subscription> to(Predicate<String> destination) {
		for (Subscription subscription : this.subscriptions.values()) {
			if (destination.test(subscription.destination())) {
				return Optional.of(subscription);
			}
		}
		return Optional.empty();
	}

	/** All those to one destination. */
	public List<Subscription> allTo(String destination) {
		return this.subscriptions.values()
			.stream()
			.filter((subscription) -> subscription.destination().equals(destination))
			.toList();
	}

	public void forEach(Consumer<Subscription> visitor) {
		this.subscriptions.values().forEach(visitor);
	}

	public int count() {
		return this.subscriptions.size();
	}

	/**
	 * Checks and notes that the client has dealt with a message.
	 * @throws Refusal if it had no such message
	 */
	public void acknowledge(String ack, @Nullable String id) {
		boolean known = this.subscriptions.values()
			.stream()
			.filter((subscription) -> id == null || subscription.id().equals(id))
			.anyMatch((subscription) -> subscription.acknowledge(ack));
		if (!known) {
			throw SubscriptionFault.unknownMessage();
		}
	}

}
