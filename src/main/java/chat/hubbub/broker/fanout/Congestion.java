package chat.hubbub.broker.fanout;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import chat.hubbub.stomp.Destinations;

/**
 * Counts the subscriptions of each destination that have fallen behind. If most active
 * readers have, and not only a few, the destination receives more than can be delivered.
 * Thread-safe.
 */
public final class Congestion {

	/** Up to this number, catching up is cheap and senders need not wait. */
	private static final int FEW = 10;

	private final Map<String, Readers> destinations = new ConcurrentHashMap<>();

	private final Set<String> congested = ConcurrentHashMap.newKeySet();

	/** Records the standing of a subscription; on the thread of its shard. */
	void note(Subscription subscription, Standing standing) {
		Standing before = subscription.moveTo(standing);
		// Only a subscription to stored events can fall behind.
		if (before != standing && subscription.destination().startsWith(Destinations.TOPIC)) {
			this.destinations.compute(subscription.destination(),
					(destination, readers) -> note(destination, Readers.of(readers).moved(before, standing)));
		}
	}

	/** Whether most of its active readers have fallen behind. */
	boolean isAt(String destination) {
		return this.congested.contains(destination);
	}

	/**
	 * The number of subscriptions that have fallen behind although their clients read.
	 */
	public int behind() {
		return this.destinations.values().stream().mapToInt(Readers::behind).sum();
	}

	private @Nullable Readers note(String destination, Readers readers) {
		if (readers.behind() > Math.max(FEW, readers.live())) {
			this.congested.add(destination);
		}
		else {
			this.congested.remove(destination);
		}
		return readers.equals(Readers.NONE) ? null : readers;
	}

	/** The standing of a subscription. */
	enum Standing {

		/** It has not begun or has ended. */
		ABSENT,

		/** It receives new messages. */
		LIVE,

		/** Its outbox had no room, so it has to catch up. */
		BEHIND,

		/** It is behind and its client reads nothing, so senders do not wait for it. */
		STALLED

	}

	private record Readers(int live, int behind) {

		private static final Readers NONE = new Readers(0, 0);

		static Readers of(@Nullable Readers readers) {
			return (readers != null) ? readers : NONE;
		}

		Readers moved(Standing from, Standing to) {
			return new Readers(this.live + count(to, Standing.LIVE) - count(from, Standing.LIVE),
					this.behind + count(to, Standing.BEHIND) - count(from, Standing.BEHIND));
		}

		private static int count(Standing standing, Standing counted) {
			return (standing == counted) ? 1 : 0;
		}

	}

}
