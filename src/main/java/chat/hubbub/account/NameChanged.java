package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** A connection of a guest who has taken another name in the same browser. */
@SuppressWarnings("serial")
public final class NameChanged extends Refusal {

	/** Tells a client whose connection has the old name. */
	public NameChanged() {
		super(Kind.CONFLICT, "name.changed",
				"You have taken another name in this browser. Connect again to use the new one.");
	}

}
