package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** The refusal of a role other than member and admin. */
@SuppressWarnings("serial")
public final class IllFormedRole extends Refusal {

	IllFormedRole() {
		super(Kind.INVALID, "role.ill-formed");
	}

}
