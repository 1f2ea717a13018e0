package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** An access token that opens nothing, whatever is wrong with it. */
@SuppressWarnings("serial")
public final class TokenInvalid extends Refusal {

	/** Refuses whoever brings it, or is still connected with it. */
	public TokenInvalid() {
		super(Kind.UNAUTHENTICATED, "token.invalid",
				"This access token is not valid. It may be expired, revoked or for another account.");
	}

}
