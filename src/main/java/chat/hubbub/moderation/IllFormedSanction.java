package chat.hubbub.moderation;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of an invalid mute or ban. */
@SuppressWarnings("serial")
final class IllFormedSanction extends Refusal {

	private IllFormedSanction(Phrase sentence) {
		super(Kind.INVALID, "sanction.ill-formed", sentence);
	}

	static IllFormedSanction time() {
		return new IllFormedSanction(Phrase.of("sanction.time").with("max", SanctionTerms.MAX_MINUTES));
	}

	static IllFormedSanction reason() {
		return new IllFormedSanction(Phrase.of("sanction.reason").with("max", SanctionTerms.MAX_REASON));
	}

}
