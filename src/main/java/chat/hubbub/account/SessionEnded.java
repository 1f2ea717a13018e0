package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/**
 * The refusal of a request whose sign-in has ended: signed out, password changed, or
 * account deleted.
 */
@SuppressWarnings("serial")
public final class SessionEnded extends Refusal {

	/** Ends a connection whose sign-in has ended. */
	public SessionEnded() {
		super(Kind.UNAUTHENTICATED, "session.ended");
	}

}
