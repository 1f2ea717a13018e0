package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a password that breaks the rules of {@link Password}. */
@SuppressWarnings("serial")
public final class IllFormedPassword extends Refusal {

	IllFormedPassword() {
		super(Kind.INVALID, "password.ill-formed",
				Phrase.of("password.ill-formed").with("min", Password.MIN_BYTES).with("max", Password.MAX_BYTES));
	}

}
