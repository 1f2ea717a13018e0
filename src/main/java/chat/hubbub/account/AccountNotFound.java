package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** An account that is not there. */
@SuppressWarnings("serial")
public final class AccountNotFound extends Refusal {

	/** Refuses a name that belongs to no account. */
	public AccountNotFound() {
		this("There is no account with this name.");
	}

	AccountNotFound(String sentence) {
		super(Kind.NOT_FOUND, "account.unknown", sentence);
	}

}
