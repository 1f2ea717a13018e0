package chat.hubbub.message;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of one more reaction to a message. */
@SuppressWarnings("serial")
final class ReactionLimit extends Refusal {

	/** The maximum number of different emoji on a message. */
	static final int KINDS = 20;

	/** The maximum number of people who react, counted once for each of their emoji. */
	static final int PEOPLE = 10_000;

	private ReactionLimit(Phrase sentence) {
		super(Kind.CONFLICT, "reaction.limit", sentence);
	}

	static ReactionLimit kinds() {
		return new ReactionLimit(Phrase.of("reaction.kinds").with("max", KINDS));
	}

	static ReactionLimit people() {
		return new ReactionLimit(Phrase.of("reaction.people").with("max", PEOPLE));
	}

}
