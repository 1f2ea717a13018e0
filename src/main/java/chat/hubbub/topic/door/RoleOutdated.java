package chat.hubbub.topic.door;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The end of a connection whose user has another role now. */
@SuppressWarnings("serial")
final class RoleOutdated extends Refusal {

	RoleOutdated() {
		super(Kind.UNAVAILABLE, "session.ended", Phrase.of("session.role"));
	}

}
