package chat.hubbub.account;

import java.util.Optional;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The passwords of accounts, which only the store keeps, as hashes. Thread-safe. */
@Component
class Passwords {

	/**
	 * A hash to compare with if the name has no account, so that the check takes equally
	 * long. To compute one would take much of the time of a start.
	 */
	static final String NOBODYS = "{bcrypt}$2a$10$OERWbowWFglWJ9P9b2gZzOLGs.mRlCoR0fwHPzATgsrfMP7wB.l9m";

	private final StoredAccounts accounts;

	private final AccountStore store;

	private final PasswordEncoder encoder;

	Passwords(StoredAccounts accounts, AccountStore store, PasswordEncoder encoder) {
		this.accounts = accounts;
		this.store = store;
		this.encoder = encoder;
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
		boolean right = this.encoder.matches(typed, hash.orElse(NOBODYS));
		if (!right || hash.isEmpty()) {
			throw new SignInFailed();
		}
		return account.orElseThrow(SignInFailed::new);
	}

	private Optional<Account> named(String name) {
		try {
			return this.accounts.find(new Username(name));
		}
		catch (IllFormedName ex) {
			return Optional.empty();
		}
	}

}
