package chat.hubbub.block;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import chat.hubbub.account.Account;
import chat.hubbub.account.AccountDeparting;
import chat.hubbub.account.Accounts;
import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Bus;
import chat.hubbub.topic.Blocking;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * All blocks, in memory. After the start only facts of the bus change them. Only the
 * account that made a block can see it. Thread-safe.
 */
@Component
class Blocks implements Blocking {

	/** An account can block so many others. */
	static final int MAX_BLOCKED = 1_000;

	private final BlockStore store;

	private final Accounts accounts;

	private final TransactionOperations transaction;

	private final Bus bus;

	private final ApplicationEventPublisher events;

	private final Map<Long, Set<Long>> blocked = new ConcurrentHashMap<>();

	Blocks(BlockStore store, Accounts accounts, TransactionOperations transaction, Bus bus,
			ApplicationEventPublisher events) {
		this.store = store;
		this.accounts = accounts;
		this.transaction = transaction;
		this.bus = bus;
		this.events = events;
		store.all().forEach(this::put);
		bus.receive(BlocksStored.class, (fact) -> readAnew(fact.account()));
		bus.receive(AnythingChanged.class, (fact) -> readAllAnew());
	}

	@Override
	public boolean blocks(long account, long other) {
		// Most servers have few blocks, and most accounts none.
		Set<Long> others = this.blocked.get(account);
		return others != null && others.contains(other);
	}

	/** The names of the accounts that an account has blocked, sorted. */
	List<String> of(long account) {
		return this.blocked.getOrDefault(account, Set.of())
			.stream()
			.flatMap((other) -> this.accounts.find(other).stream())
			.map((other) -> other.username().value())
			.sorted()
			.toList();
	}

	/**
	 * Blocks an account; repeating this has no effect.
	 * @throws IllFormedBlock if it is the own one
	 * @throws BlockLimit if there are too many
	 */
	void add(long account, Account other) {
		if (other.id() == account) {
			throw new IllFormedBlock();
		}
		if (!blocks(account, other.id()) && this.blocked.getOrDefault(account, Set.of()).size() >= MAX_BLOCKED) {
			throw new BlockLimit();
		}
		change(account, () -> this.store.insert(account, other.id()));
	}

	/** Lifts a block; without one it has no effect. */
	void lift(long account, Account other) {
		change(account, () -> this.store.delete(account, other.id()));
	}

	@EventListener
	void forget(AccountDeparting departing) {
		change(departing.account().id(), () -> this.store.forget(departing.account().id()));
	}

	private void change(long account, Runnable change) {
		this.transaction.executeWithoutResult((status) -> {
			change.run();
			this.bus.announce(new BlocksStored(account));
		});
		this.bus.publish(new BlocksStored(account));
	}

	private synchronized void readAnew(long account) {
		replace(account, this.store.of(account));
	}

	private synchronized void readAllAnew() {
		Map<Long, Set<Long>> all = this.store.all();
		List.copyOf(this.blocked.keySet()).forEach((account) -> all.putIfAbsent(account, Set.of()));
		all.forEach(this::replace);
	}

	private void replace(long account, Set<Long> now) {
		Set<Long> before = this.blocked.getOrDefault(account, Set.of());
		put(account, now);
		tell(account, now, before, true);
		tell(account, before, now, false);
	}

	private void tell(long account, Set<Long> others, Set<Long> except, boolean blocked) {
		others.stream()
			.filter((other) -> !except.contains(other))
			.forEach((other) -> this.events.publishEvent(new BlockChanged(account, other, blocked)));
	}

	private void put(long account, Set<Long> others) {
		if (others.isEmpty()) {
			this.blocked.remove(account);
		}
		else {
			this.blocked.put(account, Set.copyOf(others));
		}
	}

}
