package chat.hubbub.transport;

import chat.hubbub.refusal.Refusal;

/** A page of another site wants to connect. */
@SuppressWarnings("serial")
final class ForeignOrigin extends Refusal {

	ForeignOrigin() {
		super(Kind.FORBIDDEN, "origin.forbidden",
				"This server takes this page for another site's, which may not connect. "
						+ "Its log names the settings that let it in.");
	}

}
