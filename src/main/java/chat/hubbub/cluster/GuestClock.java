package chat.hubbub.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import chat.hubbub.account.GuestName;
import chat.hubbub.account.Guests;
import chat.hubbub.account.SessionEnded;
import chat.hubbub.account.User;
import chat.hubbub.broker.Clients;

/**
 * Renews the names of this node's guests every five seconds. A node that could not for a
 * while ends the connections of its guests, before other nodes give their names away.
 */
final class GuestClock {

	private static final Logger logger = LoggerFactory.getLogger(GuestClock.class);

	/** The time between two looks whether names have become free. */
	static final Duration EVERY = Duration.ofMillis(200);

	/** The time between two looks whether names could be renewed. */
	static final Duration WATCH = Duration.ofSeconds(1);

	private static final Duration RENEWAL = Duration.ofSeconds(5);

	/** Other nodes wait for 30 s. */
	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final SharedGuestNames names;

	private final Guests guests;

	private final Clients clients;

	private final LongSupplier clock;

	/** The nano time at which the last successful renewal began. */
	private volatile long renewed;

	/** Whether the connections were ended since the last renewal. */
	private volatile boolean closed;

	/**
	 * A clock that has not started.
	 * @param clock the nano time
	 */
	GuestClock(SharedGuestNames names, Guests guests, Clients clients, LongSupplier clock) {
		this.names = names;
		this.guests = guests;
		this.clients = clients;
		this.clock = clock;
		this.renewed = clock.getAsLong();
	}

	/** One round; for one thread. */
	void tick() {
		this.names.releaseLeft();
		long now = this.clock.getAsLong();
		if (now - this.renewed >= RENEWAL.toNanos() || this.closed) {
			renew(now);
		}
	}

	private void renew(long now) {
		Map<String, GuestName> lost = this.names.keep(this.guests.looks(), this.guests.away());
		this.renewed = now;
		this.closed = false;
		if (!lost.isEmpty()) {
			this.guests.lose(lost).forEach(this::end);
		}
		this.names.prune();
	}

	/** Looks whether the names are still this node's; for another thread. */
	void watch() {
		if (!this.closed && this.clock.getAsLong() - this.renewed > LIMIT.toNanos()) {
			this.closed = true;
			logger.warn("The names of guests could not be renewed: their connections end");
			this.clients.all().close((user, attributes) -> isGuest(user), new SessionEnded());
		}
	}

	private void end(User guest) {
		this.clients.of(guest.username().key())
			.close((user, attributes) -> isGuest(user) && user.getName().equals(guest.getName()), new SessionEnded());
	}

	private static boolean isGuest(Object user) {
		return user instanceof User known && known.account() == null;
	}

}
