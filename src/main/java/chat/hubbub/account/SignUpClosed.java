package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** The refusal of a new account while sign-up is closed. */
@SuppressWarnings("serial")
public final class SignUpClosed extends Refusal {

	/** The refusal, code {@code sign-up.closed}. */
	public SignUpClosed() {
		super(Kind.FORBIDDEN, "sign-up.closed");
	}

}
