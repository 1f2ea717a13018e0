package chat.hubbub.unread;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;
import chat.hubbub.broker.Subscriber;

/**
 * A connection that asks what is new. Its memory is charged to the connection.
 * Thread-safe.
 */
final class Watcher {

	private final Subscriber subscriber;

	private final User user;

	private final String person;

	private final String queue;

	private final long since;

	/** The number of subscriptions; guarded by {@link Watchers}. */
	private int subscriptions;

	private long charged;

	private boolean gone;

	/**
	 * A connection.
	 * @param person the key of its person
	 * @param queue the destination of its subscriptions, as the broker names it
	 * @param since the time in ms
	 */
	Watcher(Subscriber subscriber, User user, String person, String queue, long since) {
		this.subscriber = subscriber;
		this.user = user;
		this.person = person;
		this.queue = queue;
		this.since = since;
	}

	User user() {
		return this.user;
	}

	String person() {
		return this.person;
	}

	String queue() {
		return this.queue;
	}

	long since() {
		return this.since;
	}

	/**
	 * Adds subscriptions; returns this connection, or {@code null} at the end of the last
	 * one.
	 */
	@Nullable Watcher add(int more) {
		this.subscriptions += more;
		return (this.subscriptions != 0) ? this : null;
	}

	/** Charges the memory that the server keeps for its person. */
	void charge(long bytes) {
		long more;
		synchronized (this) {
			more = this.gone ? 0 : bytes - this.charged;
			this.charged += more;
		}
		if (more != 0) {
			this.subscriber.keep(more);
		}
	}

	/** It has no subscription left. */
	void leave() {
		charge(0);
		synchronized (this) {
			this.gone = true;
		}
	}

	synchronized boolean isGone() {
		return this.gone;
	}

}
