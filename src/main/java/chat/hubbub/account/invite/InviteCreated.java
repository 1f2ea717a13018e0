package chat.hubbub.account.invite;

import chat.hubbub.account.User;
import chat.hubbub.audit.Act;
import chat.hubbub.audit.Audited;

/**
 * An admin has created an invitation.
 *
 * @param invite the invitation
 * @param by the admin
 */
public record InviteCreated(Invite invite, User by) implements Audited {

	@Override
	public Act act() {
		return new Act(this.by.getName(), "invite.created", null,
				"invitation " + this.invite.id() + " until " + this.invite.expiresAt());
	}

}
