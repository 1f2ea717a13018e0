package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** A name that breaks the rules of {@link Username}. */
@SuppressWarnings("serial")
public final class IllFormedName extends Refusal {

	IllFormedName() {
		super(Kind.INVALID, "name.ill-formed", "A name has 1 to " + Username.MAX_LENGTH
				+ " characters: letters, digits, hyphens, underscores, dots and single spaces between them.");
	}

}
