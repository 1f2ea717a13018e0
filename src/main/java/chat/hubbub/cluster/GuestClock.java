package chat.hubbub.cluster;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

import chat.hubbub.account.Guests;
import chat.hubbub.account.SessionEnded;
import chat.hubbub.account.User;
import chat.hubbub.broker.Clients;

/**
 * Renews the names of this node's guests every five seconds. A node that could not for a
 * while ends the connections of its guests, before other nodes give their names away.
 */
final class GuestClock implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(GuestClock.class);

	private static final Duration EVERY = Duration.ofSeconds(5);

	/** Other nodes wait for 30 s. */
	private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);

	private final SharedGuestNames names;

	private final Guests guests;

	private final Clients clients;

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "guests");
		thread.setDaemon(true);
		return thread;
	});

	private long renewed = System.nanoTime();

	private boolean closed;

	private volatile boolean running;

	GuestClock(SharedGuestNames names, Guests guests, Clients clients) {
		this.names = names;
		this.guests = guests;
		this.clients = clients;
	}

	/** One round; for one thread. */
	void renew(long now) {
		try {
			Set<String> lost = this.names.keep(this.guests.looks());
			this.renewed = now;
			this.closed = false;
			if (!lost.isEmpty()) {
				this.guests.lose(lost).forEach(this::end);
			}
			this.names.prune();
		}
		catch (DataAccessException ex) {
			if (now - this.renewed > LIMIT_NANOS && !this.closed) {
				this.closed = true;
				logger.warn("The names of guests could not be renewed: their connections end", ex);
				this.clients.all().close((user, attributes) -> isGuest(user), new SessionEnded());
			}
		}
	}

	private void end(User guest) {
		this.clients.of(guest.username().key())
			.close((user, attributes) -> isGuest(user) && user.getName().equals(guest.getName()), new SessionEnded());
	}

	private static boolean isGuest(Object user) {
		return user instanceof User known && known.account() == null;
	}

	private void renewOrLog() {
		try {
			renew(System.nanoTime());
		}
		catch (RuntimeException | Error ex) {
			logger.error("The names of guests could not be renewed; the next round goes on", ex);
		}
	}

	@Override
	public void start() {
		this.running = true;
		Future<?> unused = this.timer.scheduleWithFixedDelay(this::renewOrLog, EVERY.toMillis(), EVERY.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		this.running = false;
		this.timer.shutdownNow();
		try {
			this.names.leave();
		}
		catch (DataAccessException ex) {
			logger.debug("The names become free a moment later", ex);
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

}
