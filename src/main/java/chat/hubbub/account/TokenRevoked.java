package chat.hubbub.account;

import chat.hubbub.audit.Act;
import chat.hubbub.audit.Audited;

/**
 * An access token was taken back, by its owner or by an admin.
 *
 * @param token what it was
 * @param owner whose it was
 * @param by who did it
 */
public record TokenRevoked(AccessToken token, Account owner, User by) implements Audited {

	@Override
	public Act act() {
		return new Act(this.by.getName(), "token.revoked", this.owner.username().value(), this.token.toAudit());
	}

}
