package chat.hubbub.account.token;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a token with an invalid name or lifetime. */
@SuppressWarnings("serial")
public final class IllFormedToken extends Refusal {

	IllFormedToken() {
		super(Kind.INVALID, "token.ill-formed",
				Phrase.of("token.ill-formed")
					.with("characters", AccessTokens.MAX_NAME)
					.with("days", TokenController.MAX_DAYS));
	}

}
