package chat.hubbub.message;

import chat.hubbub.refusal.Refusal;

/** A client's own id under which the same sender has posted another text. */
@SuppressWarnings("serial")
public final class IdTaken extends Refusal {

	IdTaken() {
		super(Kind.CONFLICT, "id.taken", "This id stands for another message of yours; give each its own, say a UUID.");
	}

}
