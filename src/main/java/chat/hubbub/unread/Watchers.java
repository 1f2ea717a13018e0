package chat.hubbub.unread;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import chat.hubbub.account.User;
import chat.hubbub.account.browser.BrowserGuest;
import chat.hubbub.broker.Attendance;
import chat.hubbub.broker.Subscriber;
import chat.hubbub.broker.wire.EncodedMessage;

/** Follows the subscriptions to {@code /user/queue/unread}. Thread-safe. */
@Component
class Watchers implements Attendance.Listener {

	/** The queue as clients name it. */
	static final String QUEUE = "/user/queue/unread";

	/** The queue of a connection as the broker names it, before the connection's id. */
	private static final String OWN = "/queue/unread-user";

	private final Readers readers;

	private final Clock clock;

	private final Map<String, Watcher> watchers = new ConcurrentHashMap<>();

	/**
	 * Those who wait for the first message; each is a connection, so they are limited.
	 */
	private final BlockingQueue<Watcher> arrivals = new LinkedBlockingQueue<>();

	Watchers(Attendance attendance, Readers readers, Clock clock) {
		this.readers = readers;
		this.clock = clock;
		attendance.listen(this);
	}

	/** The queue of a connection as the broker names it. */
	static String queueOf(String connection) {
		return OWN + connection;
	}

	@Override
	public void began(Subscriber subscriber, String destination) {
		if (destination.startsWith(OWN) && subscriber.user() instanceof User user) {
			count(subscriber, user, destination, 1);
		}
	}

	@Override
	public void ended(Subscriber subscriber, String destination) {
		if (destination.startsWith(OWN) && subscriber.user() instanceof User user) {
			Watcher watcher = this.watchers.get(destination);
			if (count(subscriber, user, destination, -1) == null && watcher != null) {
				this.readers.leave(watcher);
			}
		}
	}

	private @Nullable Watcher count(Subscriber subscriber, User user, String destination, int more) {
		return this.watchers.compute(
				destination, (queue,
						known) -> ((known != null) ? known : new Watcher(subscriber, user,
								BrowserGuest.person(user, subscriber.attributes()), queue, this.clock.millis()))
							.add(more));
	}

	/**
	 * The state comes later, because it may have to be read from the store. It is
	 * published, and the subscription has joined by then.
	 */
	@Override
	public Optional<EncodedMessage> opening(String destination) {
		if (destination.startsWith(OWN)) {
			Watcher watcher = this.watchers.get(destination);
			if (watcher != null) {
				this.arrivals.add(watcher);
			}
		}
		return Optional.empty();
	}

	/** Waits for the next connection that has subscribed; {@code null} if none has. */
	@Nullable Watcher arrival(long nanos) throws InterruptedException {
		return this.arrivals.poll(nanos, TimeUnit.NANOSECONDS);
	}

}
