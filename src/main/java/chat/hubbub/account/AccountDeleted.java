package chat.hubbub.account;

import chat.hubbub.audit.Act;
import chat.hubbub.audit.Audited;

/**
 * An account is gone. Its messages stay, under another name. Published twice and more: a
 * listener that is cut off, or fails, hears of it again.
 *
 * @param account what it was
 * @param isRepeated whether it was published before
 */
public record AccountDeleted(Account account, boolean isRepeated) implements Audited {

	/**
	 * It has happened just now.
	 * @param account what it was
	 */
	public AccountDeleted(Account account) {
		this(account, false);
	}

	/** It may be that not all who should have heard of it did. */
	static AccountDeleted again(Account account) {
		return new AccountDeleted(account, true);
	}

	@Override
	public Act act() {
		String name = this.account.username().value();
		return new Act(name, "account.deleted", name, this.account.nameAfterDeletion());
	}

}
