package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The end of a connection whose user has another role now. */
@SuppressWarnings("serial")
public final class RoleOutdated extends Refusal {

	/** Ends a connection that has the old role. */
	public RoleOutdated() {
		super(Kind.UNAVAILABLE, "session.ended", Phrase.of("session.role"));
	}

}
