package chat.hubbub.account.token;

import chat.hubbub.refusal.Refusal;

/** The refusal of a token beyond the maximum number. */
@SuppressWarnings("serial")
public final class TokenLimit extends Refusal {

	TokenLimit() {
		super(Kind.CONFLICT, "token.limit",
				"An account may have at most " + AccessTokens.MAX_TOKENS + " access tokens. Please revoke one first.");
	}

}
