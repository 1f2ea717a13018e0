package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** The refusal of a password that breaks the rules of {@link Password}. */
@SuppressWarnings("serial")
public final class IllFormedPassword extends Refusal {

	IllFormedPassword() {
		super(Kind.INVALID, "password.ill-formed",
				"A password needs at least " + Password.MIN_BYTES + " characters and may have at most "
						+ Password.MAX_BYTES + " bytes: as many plain letters, or fewer letters of other scripts.");
	}

}
