package chat.hubbub.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.bus.Bus;
import chat.hubbub.words.Phrase;

/**
 * All accounts: their sign-up, their changes and their end. Queries answer from memory.
 * Thread-safe.
 */
@Component
public class Accounts {

	private final StoredAccounts accounts;

	private final AccountStore store;

	private final Names names;

	private final Guests guests;

	private final PasswordEncoder encoder;

	private final TransactionOperations transaction;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final Bus bus;

	private final Departures departures;

	// Prevents the last two admins from leaving at the same time.
	private final Object leaving = new Object();

	/** The accounts of one database. */
	public Accounts(StoredAccounts accounts, AccountStore store, Names names, Guests guests, PasswordEncoder encoder,
			TransactionOperations transaction, Clock clock, ApplicationEventPublisher events, Bus bus,
			Departures departures) {
		this.accounts = accounts;
		this.store = store;
		this.names = names;
		this.guests = guests;
		this.encoder = encoder;
		this.transaction = transaction;
		this.clock = clock;
		this.events = events;
		this.bus = bus;
		this.departures = departures;
	}

	/**
	 * Finds an account.
	 * @param id its number
	 * @return the account, or empty if it does not exist
	 */
	public Optional<Account> find(@Nullable Long id) {
		return (id != null) ? this.accounts.find(id) : Optional.empty();
	}

	/**
	 * Finds the account of a name.
	 * @param name the name; case is ignored
	 * @return the account, or empty if there is no such account
	 */
	public Optional<Account> find(Username name) {
		return this.accounts.find(name);
	}

	/**
	 * The present name of an account.
	 * @param id its number
	 * @return its name, or the one that it has after its deletion
	 */
	public String nameOf(long id) {
		return this.accounts.find(id)
			.map((account) -> account.username().value())
			.orElseGet(() -> Account.nameAfterDeletion(id));
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

	/** Whether there is an admin. */
	public boolean hasAdmin() {
		return this.accounts.admins() > 0;
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
		this.bus.announce(new AccountStored(id));
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
			Account account = find(id).orElseThrow(() -> new AccountNotFound(Phrase.of("account.gone")));
			if (account.role() == role) {
				return;
			}
			if (role != Role.ADMIN) {
				refuseIfLastAdmin(account);
			}
			this.transaction.executeWithoutResult((status) -> {
				if (role != Role.ADMIN) {
					refuseIfLastStored(account);
				}
				this.store.changeRole(id, role);
				this.events.publishEvent(AccountActs.roleChanged(account, role, by));
				this.bus.announce(new AccountStored(id));
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
			gone = this.accounts.find(id).orElse(null);
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
		if (leaving.role() == Role.ADMIN && this.accounts.admins() == 1) {
			throw new LastAdmin();
		}
	}

	/** Another node may have changed another admin just now. */
	private void refuseIfLastStored(Account leaving) {
		if (leaving.role() == Role.ADMIN && this.store.isLastAdmin(leaving.id())) {
			throw new LastAdmin();
		}
	}

	private void storeDeletion(Account gone, Runnable also) {
		this.transaction.executeWithoutResult((status) -> {
			refuseIfLastStored(gone);
			boolean known = this.store.delete(gone, this.clock.instant());
			also.run();
			if (known) {
				this.events.publishEvent(AccountActs.deleted(gone));
			}
			this.bus.announce(new AccountStored(gone.id()));
		});
	}

	private Account insert(Username name, @Nullable String hash, Role role, Consumer<Account> also) {
		try {
			return this.transaction.execute((status) -> {
				Account account = this.store.insert(name, hash, role, this.clock.instant());
				also.accept(account);
				this.events.publishEvent(AccountActs.created(account));
				this.bus.announce(new AccountStored(account.id()));
				return account;
			});
		}
		catch (DuplicateKeyException ex) {
			throw new NameTaken(name);
		}
	}

}
