package chat.hubbub.broker;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Brings subscriptions that resume up to date: from the store in pages while they are far
 * behind, then from the topic's tail in one step of the shard that also delivers, so that
 * nothing falls between. Pages are read on a thread of their own, one at a time for each
 * subscription, and only as fast as the client reads. Thread-safe.
 */
@Component
class Replays {

	private static final Logger logger = LoggerFactory.getLogger(Replays.class);

	private static final int PAGE = 200;

	private final Shards shards;

	private final ObjectProvider<Backlog> backlog;

	private final ExecutorService reader = Executors.newSingleThreadExecutor((task) -> new Thread(task, "backlog"));

	Replays(Shards shards, ObjectProvider<Backlog> backlog) {
		this.shards = shards;
		this.backlog = backlog;
	}

	/** Begins a subscription; on its shard's thread. */
	void begin(Shard shard, Subscription subscription) {
		if (subscription.isCancelled()) {
			return;
		}
		if (!subscription.resume().replays()) {
			shard.join(subscription);
			return;
		}
		whenThereIsRoom(subscription, () -> {
			Optional<List<EncodedMessage>> tail = tail(subscription);
			if (tail.isPresent()) {
				goLive(shard, subscription, tail.get());
			}
			else {
				readPage(shard, subscription, false);
			}
		});
	}

	void close() {
		this.reader.shutdownNow();
	}

	/** Waits for the client to read; what ends meanwhile does not go on. */
	private static void whenThereIsRoom(Subscription subscription, Runnable action) {
		Outbox outbox = subscription.session().outbox();
		if (subscription.isCancelled() || outbox.isClosing()) {
			return;
		}
		if (outbox.hasRoom()) {
			action.run();
		}
		else {
			outbox.whenThereIsRoom(() -> whenThereIsRoom(subscription, action));
		}
	}

	private void goLive(Shard shard, Subscription subscription, List<EncodedMessage> tail) {
		tail.forEach(subscription::deliver);
		shard.join(subscription);
	}

	private void readPage(Shard shard, Subscription subscription, boolean again) {
		long since = subscription.nextSeq() - 1;
		this.reader.execute(() -> {
			try {
				List<EncodedMessage> page = this.backlog.getObject().after(subscription.destination(), since, PAGE);
				shard.later(() -> deliver(shard, subscription, page, 0, again));
			}
			catch (RuntimeException ex) {
				logger.error("A subscription to {} could not resume", subscription.destination(), ex);
				subscription.session().fail(Fault.of(ex, null));
			}
		});
	}

	private void deliver(Shard shard, Subscription subscription, List<EncodedMessage> page, int from, boolean again) {
		whenThereIsRoom(subscription, () -> {
			int next = from;
			while (next < page.size() && subscription.session().outbox().hasRoom()) {
				subscription.deliver(page.get(next++));
			}
			if (next < page.size()) {
				deliver(shard, subscription, page, next, again);
			}
			else {
				whenThereIsRoom(subscription, () -> goOn(shard, subscription, page.isEmpty(), again));
			}
		});
	}

	private void goOn(Shard shard, Subscription subscription, boolean atEnd, boolean again) {
		Optional<List<EncodedMessage>> tail = tail(subscription);
		if (tail.isPresent()) {
			goLive(shard, subscription, tail.get());
		}
		else if (!atEnd) {
			readPage(shard, subscription, false);
		}
		else if (!again && this.shards.hasTail(subscription.destination())) {
			// Since the page was read more has come than memory keeps.
			readPage(shard, subscription, true);
		}
		else {
			// The store has no more, and what it gets comes by the queue.
			goLive(shard, subscription, List.of());
		}
	}

	private Optional<List<EncodedMessage>> tail(Subscription subscription) {
		return this.shards.tail(subscription.destination(), subscription.nextSeq() - 1);
	}

}
