package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** The end of a connection whose guest has taken another name in the same browser. */
@SuppressWarnings("serial")
public final class NameChanged extends Refusal {

	/** Ends a connection that has the old name. */
	public NameChanged() {
		super(Kind.CONFLICT, "name.changed");
	}

}
