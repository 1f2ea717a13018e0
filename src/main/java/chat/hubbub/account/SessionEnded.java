package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** What somebody did who has signed out, has another password or no account any more. */
@SuppressWarnings("serial")
public final class SessionEnded extends Refusal {

	/** Tells whoever is still connected. */
	public SessionEnded() {
		super(Kind.UNAUTHENTICATED, "session.ended", "You have been signed out. Please sign in again.");
	}

}
