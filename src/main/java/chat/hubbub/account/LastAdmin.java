package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** The refusal to remove the only admin. */
@SuppressWarnings("serial")
public final class LastAdmin extends Refusal {

	LastAdmin() {
		super(Kind.CONFLICT, "admin.last");
	}

}
