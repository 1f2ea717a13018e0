package chat.hubbub.account;

import chat.hubbub.audit.Act;
import chat.hubbub.audit.Audited;

/**
 * Somebody has made an access token.
 *
 * @param token the token
 * @param by whose it is
 */
public record TokenCreated(AccessToken token, User by) implements Audited {

	@Override
	public Act act() {
		return new Act(this.by.getName(), "token.created", this.by.getName(), this.token.toAudit());
	}

}
