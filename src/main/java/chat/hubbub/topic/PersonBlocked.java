package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;

/** The refusal of a message to a person whom its sender has blocked. */
@SuppressWarnings("serial")
final class PersonBlocked extends Refusal {

	PersonBlocked() {
		super(Kind.FORBIDDEN, "person.blocked");
	}

}
