package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** A name that breaks the rules of {@link Username}, or of new names. */
@SuppressWarnings("serial")
public final class IllFormedName extends Refusal {

	IllFormedName() {
		super(Kind.INVALID, "name.ill-formed", "A name has 1 to " + Username.MAX_LENGTH
				+ " characters: letters and digits in everyday use, hyphens, underscores, dots and single spaces between"
				+ " them. It has at least one letter or digit, and at most " + Spelling.MAX_MARKS
				+ " marks on a letter.");
	}

}
