package chat.hubbub.account;

import chat.hubbub.audit.Act;
import chat.hubbub.audit.Audited;

/**
 * An account is gone. Its messages stay, under another name.
 *
 * @param account what it was
 */
public record AccountDeleted(Account account) implements Audited {

	@Override
	public Act act() {
		String name = this.account.username().value();
		return new Act(name, "account.deleted", name, this.account.nameAfterDeletion());
	}

}
