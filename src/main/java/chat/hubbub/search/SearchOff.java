package chat.hubbub.search;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a search on a server that has turned it off. */
@SuppressWarnings("serial")
final class SearchOff extends Refusal {

	SearchOff() {
		super(Kind.FORBIDDEN, "search.off", Phrase.of("search.off"));
	}

}
