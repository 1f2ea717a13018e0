package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** A password that breaks the rules of {@link Password}. */
@SuppressWarnings("serial")
public final class IllFormedPassword extends Refusal {

	IllFormedPassword() {
		super(Kind.INVALID, "password.ill-formed",
				"A password has at least " + Password.MIN_BYTES + " characters, and at most " + Password.MAX_BYTES
						+ " bytes: that many plain letters, or fewer of other scripts.");
	}

}
