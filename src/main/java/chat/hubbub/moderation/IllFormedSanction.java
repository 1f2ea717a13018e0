package chat.hubbub.moderation;

import chat.hubbub.refusal.Refusal;

/** A mute or a ban that cannot be. */
@SuppressWarnings("serial")
final class IllFormedSanction extends Refusal {

	private IllFormedSanction(String sentence) {
		super(Kind.INVALID, "sanction.ill-formed", sentence);
	}

	static IllFormedSanction time() {
		return new IllFormedSanction(
				"It lasts 1 to " + Sentence.MAX_MINUTES + " minutes; only a ban may be for good, without minutes.");
	}

	static IllFormedSanction reason() {
		return new IllFormedSanction("A reason has at most " + Sentence.MAX_REASON + " characters.");
	}

}
