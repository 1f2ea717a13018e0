package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** A name that somebody else who is online has. */
@SuppressWarnings("serial")
public final class NameTaken extends Refusal {

	NameTaken(Username name) {
		super(Kind.CONFLICT, "name.taken", "The name " + name + " is taken. Please pick another one.");
	}

}
