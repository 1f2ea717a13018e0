package chat.hubbub.account.invite;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.Password;
import chat.hubbub.account.Role;
import chat.hubbub.account.Secret;
import chat.hubbub.account.SignUpClosed;
import chat.hubbub.account.Username;
import chat.hubbub.setting.Settings;
import chat.hubbub.setting.SignUp;

/** Creates accounts as far as the settings allow it. Thread-safe. */
@Component
public class SignUps {

	private final Accounts accounts;

	private final Invites invites;

	private final Settings settings;

	SignUps(Accounts accounts, Invites invites, Settings settings) {
		this.accounts = accounts;
		this.invites = invites;
		this.settings = settings;
	}

	/**
	 * Creates an account. Its invitation is used in the same transaction.
	 * @param invitation the secret of an invitation, or {@code null}
	 * @param holder the browser's session whose guest signs up, or {@code null}
	 * @param also stores further data in the same transaction
	 */
	public Account signUp(Username name, Password password, @Nullable String invitation, @Nullable String holder,
			Consumer<Account> also) {
		if (invitation == null) {
			if (this.settings.now().signUp() != SignUp.OPEN) {
				throw new SignUpClosed();
			}
			return this.accounts.signUp(name, password, Role.MEMBER, holder, also);
		}
		Secret secret = new Secret(invitation);
		Invite invite = good(secret);
		return this.accounts.signUp(name, password, invite.role(), holder, (account) -> {
			this.invites.use(secret, account);
			also.accept(account);
		});
	}

	/**
	 * Checks whether an invitation can create an account now, without using it.
	 * @throws InviteInvalid if it is used, revoked, expired or unknown
	 * @throws SignUpClosed if sign-up is closed
	 */
	public void check(String invitation) {
		good(new Secret(invitation));
	}

	private Invite good(Secret secret) {
		Invite invite = this.invites.find(secret).orElseThrow(InviteInvalid::new);
		if (this.settings.now().signUp() == SignUp.CLOSED && !invite.isFirstAdmins()) {
			throw new SignUpClosed();
		}
		return invite;
	}

}
