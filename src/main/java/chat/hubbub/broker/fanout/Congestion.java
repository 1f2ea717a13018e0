package chat.hubbub.broker.fanout;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import chat.hubbub.stomp.Destinations;

/**
 * How many of those who subscribe to each destination have fallen behind. While most of
 * those who read have, and they are not a few, more is sent there than can be delivered.
 * Thread-safe.
 */
public final class Congestion {

	/** To bring so many up to date costs little, so nobody needs to wait for them. */
	private static final int FEW = 10;

	private final Map<String, Readers> destinations = new ConcurrentHashMap<>();

	private final Set<String> congested = ConcurrentHashMap.newKeySet();

	/** Notes where a subscription stands now; on the thread of its shard. */
	void note(Subscription subscription, Standing standing) {
		Standing before = subscription.moveTo(standing);
		// Only what has a past can be fallen behind in.
		if (before != standing && subscription.destination().startsWith(Destinations.TOPIC)) {
			this.destinations.compute(subscription.destination(),
					(destination, readers) -> note(destination, Readers.of(readers).moved(before, standing)));
		}
	}

	/** Whether most of its subscribers who read have fallen behind. */
	boolean isAt(String destination) {
		return this.congested.contains(destination);
	}

	/** How many subscriptions have fallen behind whose clients read. */
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

	/** Where a subscription stands. */
	enum Standing {

		/** It has not begun, or has ended. */
		ABSENT,

		/** It gets what comes. */
		LIVE,

		/** Its outbox had no room: it has to be brought up to date. */
		BEHIND,

		/** So it is, but its client reads nothing: nobody should wait for it. */
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
