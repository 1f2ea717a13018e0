package chat.hubbub.moderation;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/**
 * The refusal to mute or ban an exempt user, such as an admin.
 */
@SuppressWarnings("serial")
final class Exempt extends Refusal {

	Exempt(Phrase sentence) {
		super(Kind.FORBIDDEN, "sanction.exempt", sentence);
	}

}
