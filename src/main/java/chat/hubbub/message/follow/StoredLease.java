package chat.hubbub.message.follow;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A lease that all nodes share. Thread-safe. */
final class StoredLease implements Lease {

	/** A holder that has stood still for so long asks before it goes on. */
	private static final long SURE_NANOS = TimeUnit.SECONDS.toNanos(10);

	private final LeaseStore store;

	private final String follower;

	private final String node;

	private final LongSupplier clock;

	private long fence;

	private long renewed;

	/**
	 * A lease that this node does not have.
	 * @param node the unique id of this start of the node
	 * @param clock the nano time
	 */
	StoredLease(LeaseStore store, String follower, String node, LongSupplier clock) {
		this.store = store;
		this.follower = follower;
		this.node = node;
		this.clock = clock;
	}

	@Override
	public synchronized long hold() {
		long now = this.clock.getAsLong();
		if (this.fence == 0) {
			this.fence = this.store.take(this.follower, this.node);
			this.renewed = now;
		}
		else if (now - this.renewed > SURE_NANOS) {
			renew();
		}
		return this.fence;
	}

	/** Keeps it, if this node has it; also while the follower is in a long step. */
	synchronized void renew() {
		if (this.fence == 0) {
			return;
		}
		long now = this.clock.getAsLong();
		if (this.store.renew(this.follower, this.fence)) {
			this.renewed = now;
		}
		else {
			this.fence = 0;
		}
	}

	@Override
	public void check() {
		if (!this.store.isHeld(this.follower, fence())) {
			lose();
			throw new LeaseLost(this.follower);
		}
	}

	private synchronized long fence() {
		return this.fence;
	}

	private synchronized void lose() {
		this.fence = 0;
	}

	@Override
	public synchronized void release() {
		if (this.fence != 0) {
			this.store.release(this.follower, this.fence);
			this.fence = 0;
		}
	}

}
