package chat.hubbub.account.invite;

import chat.hubbub.account.User;
import chat.hubbub.audit.Act;
import chat.hubbub.audit.Audited;

/**
 * An invitation was revoked.
 *
 * @param id its number
 * @param by the admin
 */
public record InviteRevoked(long id, User by) implements Audited {

	@Override
	public Act act() {
		return new Act(this.by.getName(), "invite.revoked", null, "invitation " + this.id);
	}

}
