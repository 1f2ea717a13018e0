package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** The refusal of an account that does not exist. */
@SuppressWarnings("serial")
public final class AccountNotFound extends Refusal {

	/** Refuses a name without an account. */
	public AccountNotFound() {
		this("There is no account with this name.");
	}

	AccountNotFound(String sentence) {
		super(Kind.NOT_FOUND, "account.unknown", sentence);
	}

}
