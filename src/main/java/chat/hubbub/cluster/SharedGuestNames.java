package chat.hubbub.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import chat.hubbub.account.GuestName;
import chat.hubbub.account.GuestNames;

/** The names of guests in the store, which all nodes share. Thread-safe. */
final class SharedGuestNames implements GuestNames {

	/** The time in which a claimed name is taken by its guest. */
	private static final long PENDING_NANOS = TimeUnit.SECONDS.toNanos(5);

	/** The names of further guests become free a few seconds later. */
	private static final int MAX_LEFT = 10_000;

	private final GuestNameStore store;

	private final String node;

	private final LongSupplier clock;

	private final GuestDirectory directory;

	/** The claims of this node by their skeletons. */
	private final Map<String, Claim> claimed = new ConcurrentHashMap<>();

	/** The former holders of skeletons that no guest has here any more. */
	private final Map<String, String> left = new ConcurrentHashMap<>();

	/**
	 * Names of a node that lives from now on.
	 * @param clock the nano time
	 */
	SharedGuestNames(GuestNameStore store, String node, LongSupplier clock) {
		this.store = store;
		this.node = node;
		this.clock = clock;
		this.directory = new GuestDirectory(store, clock, GuestDirectory.BOUND);
		store.show(node);
	}

	@Override
	public boolean areShared() {
		return true;
	}

	@Override
	public boolean claim(Set<String> looks, GuestName guest) {
		Claim claim = new Claim(guest, this.clock.getAsLong());
		Map<String, String> leavers = new HashMap<>(2);
		Map<String, Claim> former = new HashMap<>(2);
		// First, so that a release that is under way notices it.
		looks.forEach((look) -> {
			leavers.put(look, this.left.remove(look));
			former.put(look, this.claimed.put(look, claim));
		});
		boolean ours = this.store.claim(looks, guest, this.node);
		if (!ours) {
			looks.forEach((look) -> {
				Claim before = former.get(look);
				if (before == null || !this.claimed.replace(look, claim, before)) {
					this.claimed.remove(look, claim);
				}
				this.left.computeIfAbsent(look, leavers::get);
			});
		}
		return ours;
	}

	@Override
	public void left(Set<String> looks, String holder) {
		if (this.left.size() < MAX_LEFT) {
			looks.forEach((look) -> this.left.put(look, holder));
		}
	}

	@Override
	public void taken(Set<String> looks) {
		looks.forEach(this.left::remove);
	}

	/** Releases the names that guests have given up. */
	void releaseLeft() {
		Map<String, String> gone = Map.copyOf(this.left);
		Map<String, Claim> free = new HashMap<>();
		gone.forEach((look, holder) -> {
			Claim claim = this.claimed.get(look);
			if (claim != null && claim.isOf(holder) && this.left.containsKey(look)
					&& this.claimed.remove(look, claim)) {
				free.put(look, claim);
			}
		});
		release(free);
		gone.forEach(this.left::remove);
	}

	/** Whether names of guests who have left are not free yet. */
	boolean isReleasing() {
		return !this.left.isEmpty();
	}

	@Override
	public boolean isTaken(Set<String> looks, String holder) {
		return this.store.isTaken(looks, holder, this.node);
	}

	@Override
	public List<String> named(Set<String> looks) {
		return this.directory.named(looks);
	}

	@Override
	public long nextNumber() {
		return this.store.nextNumber();
	}

	@Override
	public Map<String, GuestName> keep(Map<String, GuestName> looks, Set<String> away) {
		releaseUnused(looks.keySet());
		this.store.show(this.node);
		Map<String, GuestName> lost = new HashMap<>(looks);
		lost.keySet().retainAll(this.store.renew(looks, away, this.node));
		looks.forEach((look, guest) -> {
			if (!lost.containsKey(look)) {
				note(look, guest);
			}
		});
		return lost;
	}

	private void releaseUnused(Set<String> used) {
		long bound = this.clock.getAsLong() - PENDING_NANOS;
		Map<String, Claim> free = new HashMap<>();
		this.claimed.forEach((look, claim) -> {
			if (!used.contains(look) && claim.since() < bound && this.claimed.remove(look, claim)) {
				free.put(look, claim);
			}
		});
		release(free);
	}

	/** Releases claims that are no longer among those of this node. */
	private void release(Map<String, Claim> free) {
		if (free.isEmpty()) {
			return;
		}
		Map<String, String> holders = new HashMap<>();
		free.forEach((look, claim) -> holders.put(look, claim.guest().holder()));
		try {
			this.store.release(holders, this.node);
		}
		catch (RuntimeException ex) {
			// The next attempt follows.
			free.forEach(this.claimed::putIfAbsent);
			throw ex;
		}
		// The same guest may have claimed one again while it was released.
		Map<String, GuestName> again = new HashMap<>();
		holders.forEach((look, holder) -> {
			Claim claim = this.claimed.get(look);
			if (claim != null && claim.isOf(holder)) {
				again.put(look, claim.guest());
			}
		});
		this.store.renew(again, Set.of(), this.node);
	}

	private void note(String look, GuestName guest) {
		this.claimed.compute(look, (key, claim) -> (claim != null && claim.guest().equals(guest)) ? claim
				: new Claim(guest, this.clock.getAsLong() - PENDING_NANOS));
	}

	void leave() {
		this.store.leave(this.node);
	}

	void prune() {
		this.store.prune();
	}

	/**
	 * A claim of this node.
	 *
	 * @param guest the name and its holder
	 * @param since the nano time at which it began
	 */
	private record Claim(GuestName guest, long since) {

		boolean isOf(String holder) {
			return this.guest.holder().equals(holder);
		}

	}

}
