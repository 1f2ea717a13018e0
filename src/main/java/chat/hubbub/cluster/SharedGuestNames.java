package chat.hubbub.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import chat.hubbub.account.GuestNames;

/** The names of guests in the store, which all nodes share. Thread-safe. */
final class SharedGuestNames implements GuestNames {

	/** The time in which a claimed name is taken by its guest. */
	private static final long PENDING_NANOS = TimeUnit.SECONDS.toNanos(5);

	private final GuestNameStore store;

	private final String node;

	private final LongSupplier clock;

	/** The nano time at which each skeleton was claimed. */
	private final Map<String, Long> claimed = new ConcurrentHashMap<>();

	/**
	 * Names of a node that lives from now on.
	 * @param clock the nano time
	 */
	SharedGuestNames(GuestNameStore store, String node, LongSupplier clock) {
		this.store = store;
		this.node = node;
		this.clock = clock;
		store.show(node);
	}

	@Override
	public boolean areShared() {
		return true;
	}

	@Override
	public boolean claim(Set<String> looks, String holder) {
		boolean ours = this.store.claim(looks, holder, this.node);
		if (ours) {
			looks.forEach((look) -> this.claimed.put(look, this.clock.getAsLong()));
		}
		return ours;
	}

	@Override
	public boolean isTaken(Set<String> looks, String holder) {
		return this.store.isTaken(looks, holder, this.node);
	}

	@Override
	public long nextNumber() {
		return this.store.nextNumber();
	}

	@Override
	public Set<String> keep(Map<String, String> looks) {
		long bound = this.clock.getAsLong() - PENDING_NANOS;
		Map<String, Long> free = new HashMap<>();
		this.claimed.forEach((look, since) -> {
			if (!looks.containsKey(look) && since < bound) {
				free.put(look, since);
			}
		});
		free.forEach(this.claimed::remove);
		this.store.release(List.copyOf(free.keySet()), this.node);
		this.store.show(this.node);
		Set<String> lost = this.store.renew(looks, this.node);
		looks.keySet()
			.stream()
			.filter((look) -> !lost.contains(look))
			.forEach((look) -> this.claimed.putIfAbsent(look, bound));
		Set<String> holders = new HashSet<>();
		lost.forEach((look) -> holders.add(looks.getOrDefault(look, "")));
		return holders;
	}

	void leave() {
		this.store.leave(this.node);
	}

	void prune() {
		this.store.prune();
	}

}
