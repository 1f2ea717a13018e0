package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** Something that only people with an account may do. */
@SuppressWarnings("serial")
public final class SignInRequired extends Refusal {

	/** Refuses somebody without an account. */
	public SignInRequired() {
		super(Kind.UNAUTHENTICATED, "sign-in.required", "Please sign in first: guests are not allowed here.");
	}

}
