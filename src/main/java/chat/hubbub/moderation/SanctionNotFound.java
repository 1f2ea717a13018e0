package chat.hubbub.moderation;

import chat.hubbub.refusal.Refusal;

/** The refusal of a number without a mute or ban. */
@SuppressWarnings("serial")
final class SanctionNotFound extends Refusal {

	SanctionNotFound() {
		super(Kind.NOT_FOUND, "sanction.unknown");
	}

}
