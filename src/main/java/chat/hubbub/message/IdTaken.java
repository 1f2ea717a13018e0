package chat.hubbub.message;

import chat.hubbub.refusal.Refusal;

/** A client's own id under which the same sender has posted another text. */
@SuppressWarnings("serial")
public final class IdTaken extends Refusal {

	IdTaken() {
		super(Kind.CONFLICT, "id.taken",
				"You have already used this id for another message. Use a new id for each, such as a UUID.");
	}

}
