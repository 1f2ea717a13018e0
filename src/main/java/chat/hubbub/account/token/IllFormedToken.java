package chat.hubbub.account.token;

import chat.hubbub.refusal.Refusal;

/** The refusal of a token with an invalid name or lifetime. */
@SuppressWarnings("serial")
public final class IllFormedToken extends Refusal {

	IllFormedToken() {
		super(Kind.INVALID, "token.ill-formed", "An access token needs a name of 1 to " + AccessTokens.MAX_NAME
				+ " characters and a lifetime of 1 to " + TokenController.MAX_DAYS + " days.");
	}

}
