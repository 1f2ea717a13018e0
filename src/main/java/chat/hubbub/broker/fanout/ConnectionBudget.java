package chat.hubbub.broker.fanout;

import java.util.concurrent.atomic.AtomicLong;

import chat.hubbub.broker.BrokerProperties;

/**
 * The server memory of one connection: its {@link Outbox}, which has its own limit, and
 * everything else, which is limited here. The charge is the approximate heap size of the
 * objects, not only the payload. The {@link ServerBudget} is updated in steps.
 * Thread-safe.
 */
public final class ConnectionBudget {

	/**
	 * The fixed charge of each connection, which covers its permanent objects and small
	 * uncounted ones.
	 */
	static final int BASE_BYTES = 8 * 1024;

	/** The unit of charges; smaller amounts are not worth counting. */
	public static final int STEP_BYTES = 4 * 1024;

	/** The unit in which the outbox is charged. */
	private static final int OUTBOX_STEP_BYTES = 16 * 1024;

	private final ServerBudget server;

	private final BrokerProperties limits;

	private final Runnable eviction;

	/** Everything except the outbox. */
	private final AtomicLong kept = new AtomicLong();

	/** Written by the shard's thread. */
	private volatile long outbox;

	/** The amount charged to the server's budget; written under the lock. */
	private volatile long charged;

	private volatile boolean evicted;

	private volatile boolean ended;

	/**
	 * An unused budget.
	 * @param server the server's budget that it is charged to
	 * @param limits the limits of the connection
	 * @param eviction ends the connection, on any thread and without waiting
	 */
	public ConnectionBudget(ServerBudget server, BrokerProperties limits, Runnable eviction) {
		this.server = server;
		this.limits = limits;
		this.eviction = eviction;
	}

	/** Charges the fixed cost of a connection. */
	public void open() {
		settle();
	}

	/**
	 * Charges memory until it is {@linkplain #release released}.
	 * @throws BudgetFault if the budget is exceeded; then nothing is charged
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

	/** Ends a charge of {@link #keep}. */
	public void release(long bytes) {
		this.kept.addAndGet(-bytes);
		settle();
	}

	/**
	 * Charges the space of the outbox; on the shard's thread.
	 * @return {@code false} if the server has no room and the connection is ending
	 */
	boolean outbox(long bytes) {
		if (!this.evicted) {
			this.outbox = bytes;
			settle();
		}
		return !this.evicted;
	}

	/**
	 * Charges the space of the outbox in steps, so that most chunks are not charged one
	 * by one; on the shard's thread.
	 * @param wanted the bytes that the outbox is to hold
	 * @param bound the maximum of its bytes
	 * @return the bytes that it may hold now, or -1 if there is no room
	 */
	long grant(long wanted, long bound) {
		if (wanted > bound) {
			return -1;
		}
		long steps = (wanted + OUTBOX_STEP_BYTES - 1) / OUTBOX_STEP_BYTES * OUTBOX_STEP_BYTES;
		long more = Math.min(steps, this.limits.outboxBytes());
		return outbox(more) ? more : -1;
	}

	/** Reduces the charge of a closing connection to the bytes that are being written. */
	void leave(long bytes) {
		this.outbox = bytes;
		settle();
	}

	/**
	 * Ends the connection because the server is short of memory.
	 * @return whether this call ended it; then its memory is released
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

	/** The connection is closed and its memory is free. */
	public void end() {
		this.ended = true;
		settle();
	}

	/** The amount charged to the server's budget. */
	long charged() {
		return this.charged;
	}

	private void settle() {
		boolean more = false;
		// Another thread may have changed the amount meanwhile.
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

	/** The present charge, rounded up to whole steps. */
	private long due() {
		if (this.ended) {
			return 0;
		}
		long bytes = BASE_BYTES + this.outbox + (this.evicted ? 0 : this.kept.get());
		return (bytes + STEP_BYTES - 1) / STEP_BYTES * STEP_BYTES;
	}

}
