package chat.hubbub.transport;

import chat.hubbub.refusal.Refusal;

/** The refusal of a connection from a page of another site. */
@SuppressWarnings("serial")
final class ForeignOrigin extends Refusal {

	ForeignOrigin() {
		super(Kind.FORBIDDEN, "origin.forbidden");
	}

}
