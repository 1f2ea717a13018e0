package chat.hubbub.account;

import java.util.Locale;

import chat.hubbub.audit.Act;
import chat.hubbub.audit.Audited;

/**
 * Somebody has signed up.
 *
 * @param account the new account
 */
public record AccountCreated(Account account) implements Audited {

	@Override
	public Act act() {
		String name = this.account.username().value();
		return new Act(name, "account.created", name, this.account.role().name().toLowerCase(Locale.ROOT));
	}

}
