package chat.hubbub.search.text;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a query that cannot be read, or of other parameters of a search. */
@SuppressWarnings("serial")
public final class IllFormedSearch extends Refusal {

	/**
	 * Creates the refusal.
	 * @param sentence the fault
	 */
	public IllFormedSearch(Phrase sentence) {
		super(Kind.INVALID, "search.ill-formed", sentence);
	}

}
