package chat.hubbub.account.token;

import chat.hubbub.refusal.Refusal;

/** The refusal of an invalid access token, without telling why it is invalid. */
@SuppressWarnings("serial")
public final class TokenInvalid extends Refusal {

	/** Refuses a sign-in with the token, or ends a connection that used it. */
	public TokenInvalid() {
		super(Kind.UNAUTHENTICATED, "token.invalid");
	}

}
