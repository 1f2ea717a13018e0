package chat.hubbub.account.token;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a token beyond the maximum number. */
@SuppressWarnings("serial")
public final class TokenLimit extends Refusal {

	TokenLimit() {
		super(Kind.CONFLICT, "token.limit", Phrase.of("token.limit").with("max", AccessTokens.MAX_TOKENS));
	}

}
