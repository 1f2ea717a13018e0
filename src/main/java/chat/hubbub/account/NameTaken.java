package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** The refusal of a taken name. */
@SuppressWarnings("serial")
public final class NameTaken extends Refusal {

	/** The refusal of a name, code {@code name.taken}. */
	public NameTaken(Username name) {
		super(Kind.CONFLICT, "name.taken", "The name " + name + " is taken. Please pick another one.");
	}

}
