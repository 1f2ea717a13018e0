package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** The refusal of a request that needs an account. */
@SuppressWarnings("serial")
public final class SignInRequired extends Refusal {

	/** Refuses a user without an account. */
	public SignInRequired() {
		super(Kind.UNAUTHENTICATED, "sign-in.required");
	}

}
