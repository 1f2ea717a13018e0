package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/**
 * The refusal of a name that breaks the rules of {@link Username}, or those of new names.
 */
@SuppressWarnings("serial")
public final class IllFormedName extends Refusal {

	IllFormedName() {
		super(Kind.INVALID, "name.ill-formed",
				Phrase.of("name.ill-formed").with("characters", Username.MAX_LENGTH).with("marks", Spelling.MAX_MARKS));
	}

}
