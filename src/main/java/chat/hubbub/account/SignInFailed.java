package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** The refusal of a wrong name or password, without telling which. */
@SuppressWarnings("serial")
public final class SignInFailed extends Refusal {

	SignInFailed() {
		super(Kind.UNAUTHENTICATED, "sign-in.failed");
	}

}
