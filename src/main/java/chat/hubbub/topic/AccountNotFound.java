package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;

/** A name that nobody with an account has. */
@SuppressWarnings("serial")
public final class AccountNotFound extends Refusal {

	AccountNotFound() {
		super(Kind.NOT_FOUND, "account.unknown", "Nobody with an account has that name.");
	}

}
