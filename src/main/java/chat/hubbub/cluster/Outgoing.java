package chat.hubbub.cluster;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The messages that wait for the thread that publishes them, limited in number and in
 * bytes. Messages that do not fit are dropped, because the other nodes find it in the
 * store. Thread-safe.
 */
final class Outgoing {

	static final int MAX_MESSAGES = 10_000;

	static final long MAX_BYTES = 16 * 1024 * 1024;

	private static final int OWN_BYTES = 128;

	private final Deque<Item> waiting = new ArrayDeque<>();

	private long bytes;

	private long dropped;

	private boolean closed;

	/**
	 * A message.
	 *
	 * @param kind its kind
	 * @param body its bytes
	 */
	record Item(String kind, byte[] body) {

		private long bytes() {
			return OWN_BYTES + (long) this.body.length;
		}

	}

	/** Adds a message, or drops it. */
	synchronized void add(String kind, byte[] body) {
		Item item = new Item(kind, body);
		if (this.closed || this.waiting.size() >= MAX_MESSAGES || this.bytes + item.bytes() > MAX_BYTES) {
			this.dropped++;
			return;
		}
		this.waiting.add(item);
		this.bytes += item.bytes();
		if (this.waiting.size() == 1) {
			notifyAll();
		}
	}

	/**
	 * Takes the oldest message. Waits for one for some time; returns {@code null} if none
	 * has come, and once it is closed.
	 */
	synchronized @Nullable Item take(Duration atMost) throws InterruptedException {
		long end = System.nanoTime() + atMost.toNanos();
		long left = atMost.toNanos();
		while (this.waiting.isEmpty() && !this.closed && left > 0) {
			TimeUnit.NANOSECONDS.timedWait(this, left);
			left = end - System.nanoTime();
		}
		Item item = this.closed ? null : this.waiting.poll();
		this.bytes -= (item != null) ? item.bytes() : 0;
		return item;
	}

	/** Drops everything that waits: it would come too late. */
	synchronized void clear() {
		this.dropped += this.waiting.size();
		this.waiting.clear();
		this.bytes = 0;
	}

	synchronized void close() {
		this.closed = true;
		clear();
		notifyAll();
	}

	/** The number of messages that wait. */
	synchronized int size() {
		return this.waiting.size();
	}

	/** The number of messages that were dropped since the start. */
	synchronized long dropped() {
		return this.dropped;
	}

}
