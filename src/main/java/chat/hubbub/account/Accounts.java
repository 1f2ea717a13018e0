package chat.hubbub.account;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * All accounts. Who they are is kept in memory, so that asking costs no I/O; passwords
 * are not. Thread-safe.
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

	private final Map<Long, Account> accounts = new ConcurrentHashMap<>();

	private final Map<String, Long> ids = new ConcurrentHashMap<>();

	// What the password of nobody is compared with, so that it takes as long.
	private final String nobodys;

	Accounts(AccountStore store, Names names, Guests guests, PasswordEncoder encoder, TransactionOperations transaction,
			Clock clock, ApplicationEventPublisher events) {
		this.store = store;
		this.names = names;
		this.guests = guests;
		this.encoder = encoder;
		this.transaction = transaction;
		this.clock = clock;
		this.events = events;
		this.nobodys = String.valueOf(encoder.encode("nobody's password"));
		store.all().forEach((account) -> {
			names.take(account.username());
			remember(account);
		});
	}

	/**
	 * Finds an account.
	 * @param id its number
	 * @return the account, or empty if it was deleted or never was
	 */
	public Optional<Account> find(@Nullable Long id) {
		return Optional.ofNullable((id != null) ? this.accounts.get(id) : null);
	}

	/**
	 * Finds the account of a name.
	 * @param name the name, in whatever case
	 * @return the account, or empty if nobody has that name
	 */
	public Optional<Account> find(Username name) {
		return find(this.ids.get(name.key()));
	}

	/**
	 * Finds the account of a browser's session.
	 * @param member what the session remembers
	 * @return the account, or empty if it is gone or has another password since
	 */
	public Optional<Account> find(BrowserMember member) {
		return find(member.account()).filter((account) -> account.epoch() == member.epoch());
	}

	boolean hasAdmin() {
		return this.accounts.values().stream().anyMatch((account) -> account.role() == Role.ADMIN);
	}

	/**
	 * Makes an account. The password is hashed before the name is looked at, so that the
	 * time tells nothing of who has it.
	 * @param holder the browser's session whose guest's name may become the account's, or
	 * {@code null}
	 * @param also what shall be stored with the account, or not at all
	 * @throws NameTaken if an account or somebody online has that name, or one like it
	 */
	Account signUp(Username name, Password password, Role role, @Nullable String holder, Consumer<Account> also) {
		String hash = String.valueOf(this.encoder.encode(password.value()));
		this.names.take(name);
		try {
			this.guests.refuseIfOnline(name, holder);
			Account account = insert(name, hash, role, also);
			remember(account);
			this.events.publishEvent(new AccountCreated(account));
			return account;
		}
		catch (RuntimeException ex) {
			if (!this.ids.containsKey(name.key())) {
				this.names.free(name);
			}
			throw ex;
		}
	}

	/**
	 * Checks a password. It takes as long for a name that nobody has.
	 * @param name the name, in whatever case
	 * @param password what was typed
	 * @return the account
	 * @throws SignInFailed if they do not belong together
	 */
	Account authenticate(String name, String password) {
		Optional<Account> account = named(name);
		Optional<String> hash = account.flatMap((found) -> this.store.password(found.id()));
		String typed = Password.typed(password);
		boolean right = this.encoder.matches(typed, hash.orElse(this.nobodys));
		if (!right || hash.isEmpty()) {
			throw new SignInFailed();
		}
		return account.orElseThrow(SignInFailed::new);
	}

	/** Ends all that was begun with the old password, and publishes the fact. */
	Account changePassword(long id, Password password) {
		String hash = String.valueOf(this.encoder.encode(password.value()));
		long epoch = this.store.changePassword(id, hash).orElseThrow(SessionEnded::new);
		Account changed = change(id, (account) -> account.withEpoch(Math.max(epoch, account.epoch())));
		this.events.publishEvent(new PasswordChanged(changed));
		return changed;
	}

	/**
	 * Makes somebody an admin, or a member again, and publishes {@link RoleChanged}.
	 * @param id the account's number
	 * @param role what they shall be
	 * @throws SessionEnded if there is no such account
	 */
	public void changeRole(long id, Role role) {
		changeRole(id, role, null);
	}

	/**
	 * Makes somebody an admin, or a member again, and publishes {@link RoleChanged}.
	 * @param id the account's number
	 * @param role what they shall be
	 * @param by who changes it, {@code null} for the server itself
	 * @throws SessionEnded if there is no such account
	 */
	public void changeRole(long id, Role role, @Nullable User by) {
		Role before = find(id).orElseThrow(SessionEnded::new).role();
		this.store.changeRole(id, role);
		Account changed = change(id, (account) -> account.withRole(role));
		this.events.publishEvent(new RoleChanged(changed, before, by));
	}

	/**
	 * Forgets an account. Its messages stay, under a name that says so, and its own name
	 * is free. Publishes {@link AccountDeleted}.
	 * @param id the account's number
	 */
	public void delete(long id) {
		Account gone = this.accounts.get(id);
		if (gone == null) {
			return;
		}
		this.transaction.executeWithoutResult((status) -> this.store.delete(gone, this.clock.instant()));
		this.accounts.remove(id);
		this.ids.remove(gone.username().key());
		this.names.free(gone.username());
		this.events.publishEvent(new AccountDeleted(gone));
	}

	private Account insert(Username name, String hash, Role role, Consumer<Account> also) {
		try {
			return this.transaction.execute((status) -> {
				Account account = this.store.insert(name, hash, role, this.clock.instant());
				also.accept(account);
				return account;
			});
		}
		catch (DuplicateKeyException ex) {
			throw new NameTaken(name);
		}
	}

	private Account change(long id, UnaryOperator<Account> change) {
		Account changed = this.accounts.computeIfPresent(id, (key, account) -> change.apply(account));
		if (changed == null) {
			throw new SessionEnded();
		}
		return changed;
	}

	private Optional<Account> named(String name) {
		try {
			return find(this.ids.get(new Username(name).key()));
		}
		catch (IllFormedName ex) {
			return Optional.empty();
		}
	}

	private void remember(Account account) {
		this.accounts.put(account.id(), account);
		this.ids.put(account.username().key(), account.id());
	}

}
