package chat.hubbub.account.provider;

import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.NameTaken;
import chat.hubbub.account.Role;
import chat.hubbub.account.SignUpClosed;
import chat.hubbub.account.Username;
import chat.hubbub.setting.Settings;
import chat.hubbub.setting.SignUp;

/**
 * The accounts of people who sign in with a provider. They have no password. An account
 * is found only by its identity, so a name never gives access to an existing account.
 * Thread-safe.
 */
@Component
class Identities {

	// The numbers run out only if a hundred similar names are taken.
	private static final int MAX_NUMBER = 100;

	private static final Username ANYBODY = new Username("member");

	private final IdentityStore store;

	private final Accounts accounts;

	private final Settings settings;

	Identities(IdentityStore store, Accounts accounts, Settings settings) {
		this.store = store;
		this.accounts = accounts;
		this.settings = settings;
	}

	/**
	 * Finds or creates the account of an identity.
	 * @param wanted the name for a new account; if it is taken, the account gets a number
	 * @param holder the browser's session whose guest may have the name already, or
	 * {@code null}
	 * @param begin signs the account in; a new account is stored in the same transaction
	 * @throws SignUpClosed if there is no account and sign-up is not open to everybody
	 */
	void signIn(Identity identity, @Nullable Username wanted, @Nullable String holder, Consumer<Account> begin) {
		find(identity).ifPresentOrElse(begin, () -> signUp(identity, wanted, holder, begin));
	}

	private Optional<Account> find(Identity identity) {
		return this.store.find(identity).flatMap(this.accounts::find);
	}

	private void signUp(Identity identity, @Nullable Username wanted, @Nullable String holder,
			Consumer<Account> begin) {
		if (this.settings.now().signUp() != SignUp.OPEN) {
			throw new SignUpClosed();
		}
		Username name = (wanted != null && !wanted.isReserved()) ? wanted : ANYBODY;
		for (int number = 1; number < MAX_NUMBER; number++) {
			try {
				this.accounts.signUp((number > 1) ? name.numbered(number) : name, Role.MEMBER, holder, (account) -> {
					this.store.insert(identity, account);
					begin.accept(account);
				});
				return;
			}
			catch (NameTaken ex) {
				// Another request of the same person may have been faster.
				Optional<Account> made = find(identity);
				if (made.isPresent()) {
					begin.accept(made.get());
					return;
				}
			}
		}
		throw new NameTaken(name);
	}

}
