package chat.hubbub.moderation;

import chat.hubbub.refusal.Refusal;

/** A number that no mute or ban of that place has. */
@SuppressWarnings("serial")
final class SanctionNotFound extends Refusal {

	SanctionNotFound() {
		super(Kind.NOT_FOUND, "sanction.unknown", "There is no such mute or ban here; it may have ended.");
	}

}
