package chat.hubbub.moderation;

import chat.hubbub.refusal.Refusal;

/** The refusal of an invalid mute or ban. */
@SuppressWarnings("serial")
final class IllFormedSanction extends Refusal {

	private IllFormedSanction(String sentence) {
		super(Kind.INVALID, "sanction.ill-formed", sentence);
	}

	static IllFormedSanction time() {
		return new IllFormedSanction(
				"A mute or a ban lasts 1 to " + SanctionTerms.MAX_MINUTES + " minutes. Only a ban may have no end.");
	}

	static IllFormedSanction reason() {
		return new IllFormedSanction("A reason may have at most " + SanctionTerms.MAX_REASON + " characters.");
	}

}
