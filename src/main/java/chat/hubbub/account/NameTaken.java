package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a taken name. */
@SuppressWarnings("serial")
public final class NameTaken extends Refusal {

	/** The refusal of a name, code {@code name.taken}. */
	public NameTaken(Username name) {
		super(Kind.CONFLICT, "name.taken", Phrase.of("name.taken").with("name", name));
	}

}
