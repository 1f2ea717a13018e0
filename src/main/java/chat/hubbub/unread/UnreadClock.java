package chat.hubbub.unread;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells each new connection at once what is new, and all of them once a second what has
 * changed. One thread does this, so that each gets its messages in the right order and at
 * most one a second.
 */
@Component
class UnreadClock implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(UnreadClock.class);

	static final Duration EVERY = Duration.ofSeconds(1);

	private final Watchers watchers;

	private final UnreadNews news;

	/** Those that could not be told, because the store was away; for the thread. */
	private final Queue<Watcher> untold = new ArrayDeque<>();

	/** The nano time of the next round; for the thread. */
	private long next;

	private @Nullable Thread thread;

	private volatile boolean running;

	UnreadClock(Watchers watchers, UnreadNews news) {
		this.watchers = watchers;
		this.news = news;
	}

	private void run() {
		this.next = System.nanoTime() + EVERY.toNanos();
		while (this.running) {
			try {
				Watcher arrival = this.watchers.arrival(Math.max(0, this.next - System.nanoTime()));
				if (arrival != null) {
					tellAll(arrival);
				}
				if (System.nanoTime() - this.next >= 0) {
					tellEverybody();
				}
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (RuntimeException | Error ex) {
				logger.error("People were not told what is new; the next round goes on", ex);
			}
		}
	}

	private void tellEverybody() {
		try {
			// Those who come and go during an outage must not add up.
			this.untold.removeIf(Watcher::isGone);
			this.news.tellChanges(System.nanoTime());
			tellThoseWhoWait();
		}
		finally {
			this.next = System.nanoTime() + EVERY.toNanos();
		}
	}

	private void tellThoseWhoWait() {
		for (int waiting = this.untold.size(); waiting > 0; waiting--) {
			tellAll(this.untold.remove());
		}
	}

	/** Without the first message, a connection would get no other. */
	private void tellAll(Watcher arrival) {
		try {
			this.news.tellAll(arrival);
		}
		catch (RuntimeException ex) {
			this.untold.add(arrival);
			throw ex;
		}
	}

	@Override
	public void start() {
		this.running = true;
		Thread started = new Thread(this::run, "unread");
		started.setDaemon(true);
		started.start();
		this.thread = started;
	}

	@Override
	public void stop() {
		this.running = false;
		Thread started = this.thread;
		if (started != null) {
			started.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
