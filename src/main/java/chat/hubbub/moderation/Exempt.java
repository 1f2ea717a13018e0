package chat.hubbub.moderation;

import chat.hubbub.refusal.Refusal;

/**
 * A mute or a ban of somebody who is spared, though whoever imposes it has the right to
 * do so to others.
 */
@SuppressWarnings("serial")
final class Exempt extends Refusal {

	Exempt(String sentence) {
		super(Kind.FORBIDDEN, "sanction.exempt", sentence);
	}

}
