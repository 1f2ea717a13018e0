package chat.hubbub.account.invite;

import chat.hubbub.refusal.Refusal;

/** The refusal of an invalid invitation. */
@SuppressWarnings("serial")
public final class InviteInvalid extends Refusal {

	/** The refusal, code {@code invite.invalid}. */
	public InviteInvalid() {
		super(Kind.FORBIDDEN, "invite.invalid");
	}

}
