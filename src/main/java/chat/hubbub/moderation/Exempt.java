package chat.hubbub.moderation;

import chat.hubbub.refusal.Refusal;

/**
 * The refusal to mute or ban an exempt user, such as an admin.
 */
@SuppressWarnings("serial")
final class Exempt extends Refusal {

	Exempt(String sentence) {
		super(Kind.FORBIDDEN, "sanction.exempt", sentence);
	}

}
