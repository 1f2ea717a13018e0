package chat.hubbub.account;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import chat.hubbub.audit.Act;

/** Describes acts on accounts and tokens for the audit log. */
public final class AccountActs {

	private AccountActs() {
	}

	static Act created(Account account) {
		String name = account.username().value();
		return new Act(name, "account.created", name, inWords(account.role()));
	}

	static Act deleted(Account account) {
		String name = account.username().value();
		return new Act(name, "account.deleted", name, account.nameAfterDeletion());
	}

	/** {@code by} is {@code null} for the server itself. */
	static Act roleChanged(Account before, Role after, @Nullable User by) {
		return new Act((by != null) ? by.getName() : null, "role.changed", before.username().value(),
				"from " + inWords(before.role()) + " to " + inWords(after));
	}

	/** A user has created an access token. */
	public static Act tokenCreated(AccessToken token, User by) {
		return new Act(by.getName(), "token.created", by.getName(), token.toAudit());
	}

	/** A user has revoked an access token of an account. */
	public static Act tokenRevoked(AccessToken token, Account owner, User by) {
		return new Act(by.getName(), "token.revoked", owner.username().value(), token.toAudit());
	}

	private static String inWords(Role role) {
		return role.name().toLowerCase(Locale.ROOT);
	}

}
