package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** A name and a password that do not belong together, whichever of them is wrong. */
@SuppressWarnings("serial")
public final class SignInFailed extends Refusal {

	SignInFailed() {
		super(Kind.UNAUTHENTICATED, "sign-in.failed", "There is no account with that name and password.");
	}

}
