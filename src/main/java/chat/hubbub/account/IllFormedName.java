package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/**
 * The refusal of a name that breaks the rules of {@link Username}, or those of new names.
 */
@SuppressWarnings("serial")
public final class IllFormedName extends Refusal {

	IllFormedName() {
		super(Kind.INVALID, "name.ill-formed", "A name has 1 to " + Username.MAX_LENGTH
				+ " characters: letters and digits in common use, and hyphens, underscores, dots and single spaces between"
				+ " them. It needs at least one letter or digit, and a letter may have at most " + Spelling.MAX_MARKS
				+ " marks.");
	}

}
