package chat.hubbub.account.token;

import chat.hubbub.refusal.Refusal;

/** The refusal of a token that does not exist or belongs to another user. */
@SuppressWarnings("serial")
public final class TokenNotFound extends Refusal {

	TokenNotFound() {
		super(Kind.NOT_FOUND, "token.unknown");
	}

}
