package chat.hubbub.message;

import chat.hubbub.refusal.Refusal;

/** The refusal of a client's own id that the same sender has used for another content. */
@SuppressWarnings("serial")
public final class IdTaken extends Refusal {

	IdTaken() {
		super(Kind.CONFLICT, "id.taken");
	}

}
