package chat.hubbub.transport;

import chat.hubbub.refusal.Refusal;

/** A page of another site wants to connect. */
@SuppressWarnings("serial")
final class ForeignOrigin extends Refusal {

	ForeignOrigin() {
		super(Kind.FORBIDDEN, "origin.forbidden",
				"Pages of this origin may not connect. " + "The server's log names the settings that allow it.");
	}

}
