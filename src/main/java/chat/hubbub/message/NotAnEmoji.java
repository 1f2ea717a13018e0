package chat.hubbub.message;

import chat.hubbub.refusal.Refusal;

/** The refusal of a reaction that is not one emoji. */
@SuppressWarnings("serial")
final class NotAnEmoji extends Refusal {

	NotAnEmoji() {
		super(Kind.INVALID, "reaction.ill-formed");
	}

}
