package chat.hubbub.broker.replay;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import chat.hubbub.broker.Attendance;
import chat.hubbub.broker.fanout.CatchUp;
import chat.hubbub.broker.fanout.Outbox;
import chat.hubbub.broker.fanout.Run;
import chat.hubbub.broker.fanout.Shard;
import chat.hubbub.broker.fanout.Subscription;
import chat.hubbub.broker.fanout.Tails;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.Fault;

/**
 * Lets subscriptions catch up: from the store in pages while they are far behind, then
 * from the topic's tail. The last step and the start of live delivery are one step of the
 * shard's thread, so that no event is missed in between. Each subscription reads one page
 * at a time, only as fast as its client reads. Thread-safe.
 */
@Component
public class Replays implements CatchUp {

	private static final Logger logger = LoggerFactory.getLogger(Replays.class);

	/**
	 * The maximum number of pages that wait for the shards. Each may have a megabyte, and
	 * more when encoded.
	 */
	private static final int WAITING_PAGES = 8;

	/**
	 * The number of further reads at the end of a topic of which the tail has too little.
	 */
	private static final int ATTEMPTS = 8;

	private final Semaphore slots = new Semaphore(WAITING_PAGES);

	private final Tails tails;

	private final Pages pages;

	private final Attendance attendance;

	/** Replays from tails and, before them, from pages. */
	public Replays(Tails tails, Pages pages, Attendance attendance) {
		this.tails = tails;
		this.pages = pages;
		this.attendance = attendance;
	}

	@Override
	public void begin(Shard shard, Subscription subscription) {
		if (subscription.isCancelled()) {
			return;
		}
		if (!subscription.resume().replays()) {
			goLive(shard, subscription, this.attendance.openings(subscription.destination()));
			return;
		}
		whenThereIsRoom(subscription, () -> goOn(shard, subscription, false, 0));
	}

	/**
	 * Waits until the client has read enough, unless the subscription or the connection
	 * ends meanwhile.
	 */
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

	private void goLive(Shard shard, Subscription subscription, List<EncodedMessage> first) {
		first.forEach(subscription::deliver);
		shard.join(subscription);
	}

	private void readPage(Shard shard, Subscription subscription, int again) {
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
	 * Hands a page to a shard. If many pages wait for slow shards, the reading thread
	 * waits too, but not for long, because a shard may be stuck.
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
	 * Delivers as many events as there is room for. The rest is read again later, so that
	 * slow readers do not each hold a page.
	 */
	private void deliver(Shard shard, Subscription subscription, Page page, int again) {
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

	private void goOn(Shard shard, Subscription subscription, boolean atEnd, int again) {
		Optional<List<EncodedMessage>> tail = tail(subscription);
		if (tail.isPresent()) {
			goLive(shard, subscription, tail.get());
		}
		else if (!atEnd) {
			readPage(shard, subscription, 0);
		}
		else if (again < ATTEMPTS && this.tails.head(subscription.destination()) >= subscription.nextSeq()) {
			// Since the page was read, more events have come than the tail keeps.
			readPage(shard, subscription, again + 1);
		}
		else {
			// The store has no more events; new ones come through the queue of the shard.
			goLive(shard, subscription, List.of());
		}
	}

	private Optional<List<EncodedMessage>> tail(Subscription subscription) {
		return this.tails.after(subscription.destination(), subscription.nextSeq() - 1);
	}

}
