package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** A new account where none are made. */
@SuppressWarnings("serial")
public final class SignUpClosed extends Refusal {

	SignUpClosed() {
		super(Kind.FORBIDDEN, "sign-up.closed", "This server does not accept new accounts, or only by invitation.");
	}

}
