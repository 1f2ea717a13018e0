package chat.hubbub.broker.replay;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import chat.hubbub.broker.fanout.CatchUp;
import chat.hubbub.broker.fanout.Outbox;
import chat.hubbub.broker.fanout.Run;
import chat.hubbub.broker.fanout.Shard;
import chat.hubbub.broker.fanout.Subscription;
import chat.hubbub.broker.fanout.Tails;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.Fault;

/**
 * Brings subscriptions that resume up to date: from the store in pages while they are far
 * behind, then from the topic's tail in one step of the shard that also delivers, so that
 * nothing falls between. Pages come one at a time for each subscription, and only as fast
 * as its client reads. Thread-safe.
 */
@Component
public class Replays implements CatchUp {

	private static final Logger logger = LoggerFactory.getLogger(Replays.class);

	/**
	 * How many pages may wait for the shards: each may have a megabyte, and more encoded.
	 */
	private static final int WAITING_PAGES = 8;

	private final Semaphore slots = new Semaphore(WAITING_PAGES);

	private final Tails tails;

	private final Pages pages;

	public Replays(Tails tails, Pages pages) {
		this.tails = tails;
		this.pages = pages;
	}

	@Override
	public void begin(Shard shard, Subscription subscription) {
		if (subscription.isCancelled()) {
			return;
		}
		if (!subscription.resume().replays()) {
			shard.join(subscription);
			return;
		}
		whenThereIsRoom(subscription, () -> goOn(shard, subscription, false, false));
	}

	/** Waits for the client to read; what ends meanwhile does not go on. */
	private static void whenThereIsRoom(Subscription subscription, Runnable action) {
		Outbox outbox = subscription.outbox();
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
		String destination = subscription.destination();
		long next = subscription.nextSeq();
		Optional<Page> kept = this.pages.kept(destination, next);
		if (kept.isPresent()) {
			deliver(shard, subscription, kept.get(), again);
			return;
		}
		this.pages.read(destination, next).whenComplete((page, ex) -> {
			if (ex == null) {
				hand(shard, () -> deliver(shard, subscription, page, again));
			}
			else {
				logger.error("A subscription to {} could not resume", destination, ex);
				subscription.fail(Fault.of(ex, null));
			}
		});
	}

	/**
	 * Hands a page to a shard. The thread that reads pages waits while many wait for
	 * shards that are slower, but not for one that stands still.
	 */
	private void hand(Shard shard, Runnable delivery) {
		boolean counted = !shard.isCurrentThread() && awaitSlot();
		shard.later(() -> shard.catchUpLater(() -> {
			try {
				delivery.run();
			}
			finally {
				if (counted) {
					this.slots.release();
				}
			}
		}));
	}

	private boolean awaitSlot() {
		try {
			return this.slots.tryAcquire(1, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * Delivers what there is room for. The rest is asked for again, lest each reader
	 * keeps a page of its own.
	 */
	private void deliver(Shard shard, Subscription subscription, Page page, boolean again) {
		Outbox outbox = subscription.outbox();
		if (subscription.isCancelled() || outbox.isClosing()) {
			return;
		}
		shard.noteReading(subscription);
		Iterator<Run> rest = page.encodedFor(subscription);
		while (outbox.hasRoom() && rest.hasNext()) {
			subscription.deliver(rest.next());
		}
		boolean atEnd = page.isEmpty();
		whenThereIsRoom(subscription, () -> goOn(shard, subscription, atEnd, again));
	}

	private void goOn(Shard shard, Subscription subscription, boolean atEnd, boolean again) {
		Optional<List<EncodedMessage>> tail = tail(subscription);
		if (tail.isPresent()) {
			goLive(shard, subscription, tail.get());
		}
		else if (!atEnd) {
			readPage(shard, subscription, false);
		}
		else if (!again && this.tails.has(subscription.destination())) {
			// Since the page was read more has come than memory keeps.
			readPage(shard, subscription, true);
		}
		else {
			// The store has no more, and what it gets comes by the queue.
			goLive(shard, subscription, List.of());
		}
	}

	private Optional<List<EncodedMessage>> tail(Subscription subscription) {
		return this.tails.after(subscription.destination(), subscription.nextSeq() - 1);
	}

}
