package chat.hubbub.broker.fanout;

import java.util.concurrent.atomic.AtomicLong;

import chat.hubbub.broker.BrokerProperties;

/**
 * The bytes that one connection makes the server keep: what waits to be written to it,
 * which its {@link Outbox} bounds, and all the rest, which is bounded here. What is
 * charged is about what the objects take on the heap, not the payload alone. The
 * {@link ServerBudget} is told in steps. Thread-safe.
 */
public final class ConnectionBudget {

	/**
	 * What each connection is charged for what it always has, and for what is too small
	 * to be counted.
	 */
	static final int BASE_BYTES = 8 * 1024;

	/** What is less is not worth counting. */
	public static final int STEP_BYTES = 4 * 1024;

	private final ServerBudget server;

	private final BrokerProperties limits;

	private final Runnable eviction;

	/** All but the outbox. */
	private final AtomicLong kept = new AtomicLong();

	/** Written by the shard's thread. */
	private volatile long outbox;

	/** What the server has been told; written under the lock. */
	private volatile long charged;

	private volatile boolean evicted;

	private volatile boolean ended;

	/**
	 * A budget of which nothing is used.
	 * @param server the budget that it is a part of
	 * @param limits the bounds of the connection
	 * @param eviction ends the connection, on any thread and without waiting
	 */
	public ConnectionBudget(ServerBudget server, BrokerProperties limits, Runnable eviction) {
		this.server = server;
		this.limits = limits;
		this.eviction = eviction;
	}

	/** Charges what every connection costs. */
	public void open() {
		settle();
	}

	/**
	 * Charges something that is kept until it is {@linkplain #release released}.
	 * @throws BudgetFault if there is no room for it; nothing is charged then
	 */
	public void keep(long bytes) {
		if (this.kept.addAndGet(bytes) > this.limits.keptBytes()) {
			this.kept.addAndGet(-bytes);
			throw BudgetFault.connection(this.limits.budget().toKilobytes());
		}
		settle();
		if (this.evicted) {
			throw BudgetFault.server();
		}
	}

	public void release(long bytes) {
		this.kept.addAndGet(-bytes);
		settle();
	}

	/**
	 * Notes how much may wait to be written; on the shard's thread.
	 * @return whether there is room for it; if not, the connection is ending
	 */
	boolean outbox(long bytes) {
		if (!this.evicted) {
			this.outbox = bytes;
			settle();
		}
		return !this.evicted;
	}

	/** Of what the connection kept only what is being written is left. */
	void leave(long bytes) {
		this.outbox = bytes;
		settle();
	}

	/**
	 * Ends the connection, for the server has no room for it.
	 * @return whether this call did; what it kept is released then
	 */
	boolean evict() {
		synchronized (this) {
			if (this.evicted || this.ended) {
				return false;
			}
			this.evicted = true;
			this.outbox = 0;
		}
		settle();
		this.eviction.run();
		return true;
	}

	boolean isEvicted() {
		return this.evicted;
	}

	/** The connection is gone, and so is what it kept. */
	public void end() {
		this.ended = true;
		settle();
	}

	/** What the server has been told that it keeps. */
	long charged() {
		return this.charged;
	}

	private void settle() {
		boolean more = false;
		// Another thread may have changed it while the server was told.
		while (due() != this.charged) {
			more |= tell();
		}
		if (more) {
			this.server.relieve(this);
		}
	}

	private synchronized boolean tell() {
		long before = this.charged;
		long now = due();
		this.charged = now;
		this.server.moved(this, before, now);
		return now > before;
	}

	/** In whole steps. */
	private long due() {
		if (this.ended) {
			return 0;
		}
		long bytes = BASE_BYTES + this.outbox + (this.evicted ? 0 : this.kept.get());
		return (bytes + STEP_BYTES - 1) / STEP_BYTES * STEP_BYTES;
	}

}
