package chat.hubbub.account;

import chat.hubbub.refusal.Refusal;

/** An invitation that makes no account. */
@SuppressWarnings("serial")
public final class InviteInvalid extends Refusal {

	InviteInvalid() {
		super(Kind.FORBIDDEN, "invite.invalid",
				"This invitation is not valid. It may be used, expired or revoked. Please ask for another.");
	}

}
