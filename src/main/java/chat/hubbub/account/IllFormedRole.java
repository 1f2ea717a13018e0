package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** A role that no account can have. */
@SuppressWarnings("serial")
public final class IllFormedRole extends Refusal {

	IllFormedRole() {
		super(Kind.INVALID, "role.ill-formed", "A role must be member or admin.");
	}

}
