package chat.hubbub.search;

import java.time.Duration;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a search while too many others run, or if it takes too long. */
@SuppressWarnings("serial")
final class SearchBusy extends Refusal {

	SearchBusy() {
		super(Kind.UNAVAILABLE, "search.busy", Phrase.of("search.busy"), Duration.ofSeconds(2));
	}

}
