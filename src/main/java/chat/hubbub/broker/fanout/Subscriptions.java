package chat.hubbub.broker.fanout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.Attendance;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.Fault;
import chat.hubbub.refusal.Refusal;

/**
 * The subscriptions of one connection, by the ids that its client chose. The connection's
 * {@link Shard} delivers to them. Thread-safe.
 */
public final class Subscriptions {

	private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>(4);

	private final Shard shard;

	private final Outbox outbox;

	private final ConnectionBudget budget;

	private final Consumer<Fault> failure;

	private final Attendance.Register register;

	private volatile boolean left;

	/**
	 * No subscriptions yet.
	 * @param shard the shard of the connection
	 * @param outbox the output to the client
	 * @param budget the budget of the connection
	 * @param failure reports a fault to the client and ends the connection; thread-safe
	 * @param register is told of each subscription
	 */
	public Subscriptions(Shard shard, Outbox outbox, ConnectionBudget budget, Consumer<Fault> failure,
			Attendance.Register register) {
		this.shard = shard;
		this.outbox = outbox;
		this.budget = budget;
		this.failure = failure;
		this.register = register;
	}

	/** Creates a subscription that has not begun and is not recorded. */
	public Subscription create(String id, String destination, @Nullable Acknowledgements acknowledgements,
			Resume resume) {
		return new Subscription(this.outbox, this.failure, id, destination, acknowledgements, resume);
	}

	/**
	 * Records a subscription and starts delivery to it.
	 * @throws Refusal if it cannot be {@linkplain #add recorded}
	 */
	public void start(Subscription subscription) {
		add(subscription);
		this.shard.submit(subscription);
		if (this.left) {
			// The connection was lost meanwhile and may have missed this subscription.
			remove(subscription.id());
		}
	}

	/**
	 * Records a subscription, which receives no broadcasts yet.
	 * @throws Refusal if its pattern is too complex, its id is in use, or a limit is
	 * exceeded
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
		this.register.began(subscription.destination());
	}

	/**
	 * Ends a subscription after the broadcasts that wait for it; returns whether there
	 * was one with that id.
	 */
	public boolean remove(String id) {
		Subscription subscription = take(id);
		if (subscription != null) {
			this.shard.submit(() -> this.shard.leave(subscription));
		}
		return subscription != null;
	}

	/**
	 * Ends a subscription before the broadcasts that wait for it; it receives no later
	 * broadcast. Returns whether there was one with that id.
	 */
	public boolean end(String id) {
		Subscription subscription = take(id);
		if (subscription != null) {
			// This overtakes the waiting broadcasts.
			this.shard.later(() -> this.shard.leave(subscription));
		}
		return subscription != null;
	}

	/**
	 * Ends several subscriptions in the same way.
	 * @param which matches their destinations as the broker names them
	 * @return the subscriptions that this call has ended
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
			this.register.ended(subscription.destination());
		}
		return subscription;
	}

	/** The connection is lost; ends all subscriptions. */
	public void leave() {
		this.left = true;
		this.subscriptions.keySet().forEach(this::end);
	}

	/** A subscription to a matching destination, as the broker names it. */
	public Optional<Subscription> to(Predicate<String> destination) {
		for (Subscription subscription : this.subscriptions.values()) {
			if (destination.test(subscription.destination())) {
				return Optional.of(subscription);
			}
		}
		return Optional.empty();
	}

	/** All subscriptions to one destination. */
	public List<Subscription> allTo(String destination) {
		return this.subscriptions.values()
			.stream()
			.filter((subscription) -> subscription.destination().equals(destination))
			.toList();
	}

	/** Queues a message for one of these subscriptions. */
	public void send(Subscription subscription, EncodedMessage message) {
		this.shard.submit(LargeAct.of(() -> subscription.deliver(message), message.length()));
	}

	/** Visits all subscriptions. */
	public void forEach(Consumer<Subscription> visitor) {
		this.subscriptions.values().forEach(visitor);
	}

	/** The number of subscriptions. */
	public int count() {
		return this.subscriptions.size();
	}

	/**
	 * Records the acknowledgement of a message.
	 * @throws Refusal if there is no such unacknowledged message
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
