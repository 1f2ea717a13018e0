package chat.hubbub.account;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.function.SingletonSupplier;

import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Bus;

/**
 * All accounts. They are kept in memory, so that queries cost no I/O; passwords are not.
 * Thread-safe.
 */
@Component
public class Accounts {

	private final AccountStore store;

	private final Names names;

	private final Guests guests;

	private final PasswordEncoder encoder;

	private final TransactionOperations transaction;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final Bus bus;

	private final Departures departures;

	private final Map<Long, Account> accounts = new ConcurrentHashMap<>();

	private final Map<String, Long> ids = new ConcurrentHashMap<>();

	/** The names of deleted accounts that messages may still have. */
	private final Map<Long, Username> departing = new HashMap<>();

	private final Object changes = new Object();

	// Prevents the last two admins from leaving at the same time.
	private final Object leaving = new Object();

	// A hash to compare with if the name has no account, so that the check takes equally
	// long.
	private final SingletonSupplier<String> nobodys;

	public Accounts(AccountStore store, Names names, Guests guests, PasswordEncoder encoder,
			TransactionOperations transaction, Clock clock, ApplicationEventPublisher events, Bus bus,
			Departures departures) {
		this.store = store;
		this.names = names;
		this.guests = guests;
		this.encoder = encoder;
		this.transaction = transaction;
		this.clock = clock;
		this.events = events;
		this.bus = bus;
		this.departures = departures;
		// It is computed at the first sign-in, with or without an account, to save time
		// at
		// the start.
		this.nobodys = SingletonSupplier.of(() -> String.valueOf(encoder.encode("no password")));
		store.all().forEach(this::remember);
		departures.resume();
		bus.receive(AccountStored.class, (fact) -> readAnew(fact.id()));
		bus.receive(AnythingChanged.class, (fact) -> readAllAnew());
	}

	/**
	 * Finds an account.
	 * @param id its number
	 * @return the account, or empty if it does not exist
	 */
	public Optional<Account> find(@Nullable Long id) {
		return Optional.ofNullable((id != null) ? this.accounts.get(id) : null);
	}

	/**
	 * Finds the account of a name.
	 * @param name the name; case is ignored
	 * @return the account, or empty if there is no such account
	 */
	public Optional<Account> find(Username name) {
		return find(this.ids.get(name.key()));
	}

	/**
	 * Finds the account of a browser's session.
	 * @param member the account that the session remembers
	 * @return the account, or empty if it was deleted or its password has changed since
	 */
	public Optional<Account> find(BrowserMember member) {
		return find(member.account()).filter((account) -> account.epoch() == member.epoch());
	}

	/**
	 * The accounts with a number above {@code after}, the oldest first; from the store.
	 */
	List<Registered> page(long after, int limit) {
		return this.store.page(after, limit);
	}

	public boolean hasAdmin() {
		return this.accounts.values().stream().anyMatch((account) -> account.role() == Role.ADMIN);
	}

	/**
	 * Creates an account. The password is hashed before the name is checked, so that the
	 * time does not show whether the name is taken.
	 * @param holder the browser's session whose guest may have the name already, or
	 * {@code null}
	 * @param also stores further data in the same transaction
	 * @throws IllFormedName if the name is not allowed
	 * @throws NameTaken if an account or an online guest has that name or one that looks
	 * like it
	 */
	public Account signUp(Username name, Password password, Role role, @Nullable String holder,
			Consumer<Account> also) {
		// Before the hash, because a malformed request does not count as an attempt.
		Spelling.check(name);
		return signUp(name, String.valueOf(this.encoder.encode(password.value())), role, holder, also);
	}

	/** Creates an account without a password. */
	public Account signUp(Username name, Role role, @Nullable String holder, Consumer<Account> also) {
		return signUp(name, (String) null, role, holder, also);
	}

	private Account signUp(Username name, @Nullable String hash, Role role, @Nullable String holder,
			Consumer<Account> also) {
		Spelling.check(name);
		this.names.take(name);
		try {
			this.guests.refuseIfOnline(name, holder);
			Account account = insert(name, hash, role, also);
			this.bus.publish(new AccountStored(account.id()));
			if (holder != null) {
				// The guest has become the account and releases the name.
				this.guests.leave(holder);
			}
			return account;
		}
		catch (RuntimeException ex) {
			this.names.free(name);
			throw ex;
		}
	}

	/**
	 * Checks a password. A name without an account takes equally long.
	 * @param name the name; case is ignored
	 * @param password the typed password
	 * @return the account
	 * @throws SignInFailed if they do not match
	 */
	Account authenticate(String name, String password) {
		Optional<Account> account = named(name);
		Optional<String> hash = account.flatMap((found) -> this.store.password(found.id()));
		String typed = Password.typed(password);
		boolean right = this.encoder.matches(typed, hash.orElse(this.nobodys.obtain()));
		if (!right || hash.isEmpty()) {
			throw new SignInFailed();
		}
		return account.orElseThrow(SignInFailed::new);
	}

	/** Whether the account has a password; reads from the store. */
	public boolean hasPassword(Account account) {
		return this.store.password(account.id()).isPresent();
	}

	/**
	 * Changes the password, which invalidates older sessions and tokens, and publishes
	 * the change.
	 * @param also stores further data in the same transaction
	 */
	public Account changePassword(long id, Password password, Consumer<Account> also) {
		String hash = String.valueOf(this.encoder.encode(password.value()));
		this.transaction.executeWithoutResult((status) -> storePassword(id, hash, also));
		this.bus.publish(new AccountStored(id));
		return find(id).orElseThrow(SessionEnded::new);
	}

	private void storePassword(long id, String hash, Consumer<Account> also) {
		long epoch = this.store.changePassword(id, hash).orElseThrow(SessionEnded::new);
		Account account = find(id).orElseThrow(SessionEnded::new).withEpoch(epoch);
		this.events.publishEvent(new PasswordChanging(account));
		also.accept(account);
	}

	/**
	 * Makes an account an admin, or a member again, on behalf of the server itself.
	 * @param id the account's number
	 * @param role the new role
	 */
	public void changeRole(long id, Role role) {
		changeRole(id, role, null);
	}

	/**
	 * Makes an account an admin, or a member again, and publishes {@link RoleChanged} if
	 * its role changes.
	 * @param id the account's number
	 * @param role the new role
	 * @param by the admin who changes it, {@code null} for the server itself
	 * @throws AccountNotFound if there is no such account
	 * @throws LastAdmin if there would be no admin left
	 */
	public void changeRole(long id, Role role, @Nullable User by) {
		synchronized (this.leaving) {
			Account account = find(id).orElseThrow(() -> new AccountNotFound("This account no longer exists."));
			if (account.role() == role) {
				return;
			}
			if (role != Role.ADMIN) {
				refuseIfLastAdmin(account);
			}
			this.transaction.executeWithoutResult((status) -> {
				this.store.changeRole(id, role);
				this.events.publishEvent(AccountActs.roleChanged(account, role, by));
			});
			this.bus.publish(new AccountStored(id));
		}
	}

	/**
	 * Deletes an account. Its messages stay under the name of a deleted account; when
	 * they have that name, the account's own name is free again. Publishes
	 * {@link AccountDeleted}.
	 * @param id the account's number
	 * @param also stores further data in the same transaction
	 * @throws LastAdmin if there would be no admin left
	 */
	public void delete(long id, Runnable also) {
		Account gone;
		synchronized (this.leaving) {
			gone = this.accounts.get(id);
			if (gone == null) {
				return;
			}
			refuseIfLastAdmin(gone);
			storeDeletion(gone, also);
			this.bus.publish(new AccountStored(id));
		}
		this.departures.begin(gone);
	}

	private void refuseIfLastAdmin(Account leaving) {
		boolean isAdmin = leaving.role() == Role.ADMIN;
		if (isAdmin && this.accounts.values().stream().filter((other) -> other.role() == Role.ADMIN).count() == 1) {
			throw new LastAdmin();
		}
	}

	private void storeDeletion(Account gone, Runnable also) {
		this.transaction.executeWithoutResult((status) -> {
			this.store.delete(gone, this.clock.instant());
			also.run();
			this.events.publishEvent(AccountActs.deleted(gone));
		});
	}

	private Account insert(Username name, @Nullable String hash, Role role, Consumer<Account> also) {
		try {
			return this.transaction.execute((status) -> {
				Account account = this.store.insert(name, hash, role, this.clock.instant());
				also.accept(account);
				this.events.publishEvent(AccountActs.created(account));
				return account;
			});
		}
		catch (DuplicateKeyException ex) {
			throw new NameTaken(name);
		}
	}

	private Optional<Account> named(String name) {
		try {
			return find(this.ids.get(new Username(name).key()));
		}
		catch (IllFormedName ex) {
			return Optional.empty();
		}
	}

	private void readAnew(long id) {
		synchronized (this.changes) {
			this.store.find(id).ifPresentOrElse(this::replace, () -> forget(id));
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
		Username name = this.departing.get(id);
		if (name != null && !this.store.isLeaving(id)) {
			this.names.free(name, id);
			this.departing.remove(id);
		}
	}

	private void remember(Account account) {
		this.names.keep(account.username(), account.id());
		this.accounts.put(account.id(), account);
		this.ids.put(account.username().key(), account.id());
	}

}
