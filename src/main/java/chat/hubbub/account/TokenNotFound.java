package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** A token that is not there, or is none of whoever asks for it. */
@SuppressWarnings("serial")
public final class TokenNotFound extends Refusal {

	TokenNotFound() {
		super(Kind.NOT_FOUND, "token.unknown", "There is no such access token.");
	}

}
