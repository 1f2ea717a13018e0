package chat.hubbub.account;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Bus;

/**
 * All accounts in memory, without their passwords, so that queries cost no I/O. After the
 * start only facts of the bus change it; it publishes the changes that it sees.
 * Thread-safe.
 */
@Component
public class StoredAccounts {

	private final AccountStore store;

	private final Names names;

	private final ApplicationEventPublisher events;

	private final Map<Long, Account> accounts = new ConcurrentHashMap<>();

	private final Map<String, Long> ids = new ConcurrentHashMap<>();

	/** The names of deleted accounts that messages may still have. */
	private final Map<Long, Username> departing = new HashMap<>();

	private final Object changes = new Object();

	/** Loads all accounts from the store. */
	public StoredAccounts(AccountStore store, Names names, ApplicationEventPublisher events, Bus bus,
			Departures departures) {
		this.store = store;
		this.names = names;
		this.events = events;
		store.all().forEach(this::remember);
		departures.resume();
		bus.receive(AccountStored.class, (fact) -> readAnew(fact.id()));
		bus.receive(NameFreed.class, (fact) -> freeName(fact.id()));
		bus.receive(AnythingChanged.class, (fact) -> readAllAnew());
	}

	/** The account with a number, if it exists. */
	Optional<Account> find(long id) {
		return Optional.ofNullable(this.accounts.get(id));
	}

	/** The account of a name, if there is one; case is ignored. */
	Optional<Account> find(Username name) {
		return Optional.ofNullable(this.ids.get(name.key())).flatMap(this::find);
	}

	/**
	 * The accounts with a part in their names, except one account; visits all accounts.
	 * @return at most {@value NameSearch#MAX_FOUND}, the best match first
	 */
	List<Account> search(String part, long except) {
		NameSearch search = new NameSearch(part, except);
		this.ids.entrySet().forEach(search::look);
		return search.found().stream().flatMap((id) -> find(id).stream()).toList();
	}

	/** The number of admins; visits all accounts. */
	long admins() {
		return this.accounts.values().stream().filter((account) -> account.role() == Role.ADMIN).count();
	}

	private void readAnew(long id) {
		synchronized (this.changes) {
			this.store.find(id).ifPresentOrElse(this::replace, () -> forget(id));
		}
	}

	private void freeName(long id) {
		synchronized (this.changes) {
			Username name = this.departing.remove(id);
			if (name != null) {
				this.names.free(name, id);
			}
		}
	}

	private void readAllAnew() {
		synchronized (this.changes) {
			List<Account> stored = this.store.all();
			Set<Long> gone = new HashSet<>(this.accounts.keySet());
			stored.forEach((account) -> gone.remove(account.id()));
			gone.addAll(this.departing.keySet());
			stored.forEach(this::replace);
			gone.forEach(this::forget);
		}
	}

	private void replace(Account after) {
		Account before = this.accounts.get(after.id());
		remember(after);
		if (before != null && before.role() != after.role()) {
			this.events.publishEvent(new RoleChanged(after, before.role()));
		}
		if (before != null && before.epoch() != after.epoch()) {
			this.events.publishEvent(new PasswordChanged(after));
		}
	}

	private void forget(long id) {
		Account gone = this.accounts.remove(id);
		if (gone != null) {
			this.ids.remove(gone.username().key(), id);
			this.departing.put(id, gone.username());
			this.events.publishEvent(new AccountDeleted(gone));
		}
		if (this.departing.containsKey(id) && !this.store.isLeaving(id)) {
			freeName(id);
		}
	}

	private void remember(Account account) {
		this.names.keep(account.username(), account.id());
		this.accounts.put(account.id(), account);
		this.ids.put(account.username().key(), account.id());
	}

}
