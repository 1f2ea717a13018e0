package chat.hubbub.account;

import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import chat.hubbub.account.AccountProperties.SignUp;

/**
 * The accounts of people who sign in at a provider. They have no password. An account is
 * found by the identity alone: one that was there before is nobody's because of its name.
 * Thread-safe.
 */
@Component
class Identities {

	// Numbers run out only where somebody has taken a hundred names that look alike.
	private static final int MAX_NUMBER = 100;

	private static final Username ANYBODY = new Username("member");

	private final IdentityStore store;

	private final Accounts accounts;

	private final SignUp allowed;

	Identities(IdentityStore store, Accounts accounts, AccountProperties settings) {
		this.store = store;
		this.accounts = accounts;
		this.allowed = settings.signUp();
	}

	/**
	 * Finds somebody's account, or makes one.
	 * @param wanted the name for a new account; a free one like it, if it is taken
	 * @param holder the browser's session whose guest's name may become the account's, or
	 * {@code null}
	 * @param begin signs the account in; if it is a new one, it is stored with what this
	 * stores, or not at all
	 * @throws SignUpClosed if there is none and not everybody may make one
	 */
	void signIn(Identity identity, @Nullable Username wanted, @Nullable String holder, Consumer<Account> begin) {
		find(identity).ifPresentOrElse(begin, () -> signUp(identity, wanted, holder, begin));
	}

	private Optional<Account> find(Identity identity) {
		return this.store.find(identity).flatMap(this.accounts::find);
	}

	private void signUp(Identity identity, @Nullable Username wanted, @Nullable String holder,
			Consumer<Account> begin) {
		if (this.allowed != SignUp.OPEN) {
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
				// Or another request of the same person was faster.
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
