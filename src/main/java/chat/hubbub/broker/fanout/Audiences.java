package chat.hubbub.broker.fanout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.wire.EncodedMessage;

/**
 * The subscriptions of one shard, by destination. A subscription to a pattern, such as
 * {@code /topic/*}, receives the messages of every matching destination. Used only by the
 * thread of the shard.
 */
final class Audiences {

	private final Map<String, Audience> destinations = new HashMap<>();

	private final Map<String, Audience> patterns = new HashMap<>();

	private final List<Audience> waiting = new ArrayList<>();

	private int queued;

	void add(Subscription subscription) {
		boolean resumable = !Patterns.isPattern(subscription.destination());
		table(subscription).computeIfAbsent(subscription.destination(), (name) -> new Audience(resumable))
			.add(subscription);
	}

	void remove(Subscription subscription) {
		subscription.cancel();
		suspend(subscription);
	}

	/** Delivers nothing to a subscription until it is added again. */
	private void suspend(Subscription subscription) {
		Map<String, Audience> table = table(subscription);
		Audience audience = table.get(subscription.destination());
		if (audience != null) {
			audience.remove(subscription);
			if (audience.isEmpty()) {
				table.remove(subscription.destination());
			}
		}
	}

	/** Queues a message for the next {@link #deliver}. */
	void queue(EncodedMessage message) {
		queue(this.destinations.get(message.destination()), message);
		this.patterns.forEach((pattern, audience) -> {
			if (Patterns.match(pattern, message.destination())) {
				queue(audience, message);
			}
		});
	}

	/** The number of queued messages, counted once for each audience. */
	int queued() {
		return this.queued;
	}

	/**
	 * Hands the queued messages to the outboxes.
	 * @param deliveries counts the deliveries
	 * @param catchUp receives each subscription that has fallen behind; it is suspended
	 * and needs all events from its next number on
	 */
	void deliver(LongAdder deliveries, Consumer<Subscription> catchUp) {
		this.waiting.forEach((audience) -> deliver(audience, deliveries, catchUp));
		this.waiting.clear();
		this.queued = 0;
	}

	private void deliver(Audience audience, LongAdder deliveries, Consumer<Subscription> catchUp) {
		Audience.Delivery delivery = audience.deliver();
		deliveries.add(delivery.count());
		for (Subscription subscription : delivery.behind()) {
			suspend(subscription);
			subscription.fallBehind(delivery.first());
			catchUp.accept(subscription);
		}
	}

	private void queue(@Nullable Audience audience, EncodedMessage message) {
		if (audience != null) {
			this.queued++;
			if (audience.queue(message)) {
				this.waiting.add(audience);
			}
		}
	}

	private Map<String, Audience> table(Subscription subscription) {
		return Patterns.isPattern(subscription.destination()) ? this.patterns : this.destinations;
	}

}
