package chat.hubbub.account;

import java.security.Principal;

/**
 * Somebody who is online.
 *
 * @param username the name that is shown with what they say; unique among those online
 * @param login the name they asked for, in {@link Username#key() lower case}, or empty:
 * the same after each reconnect, also while {@code username} carries a number
 */
public record User(Username username, String login) implements Principal {

	@Override
	public String getName() {
		return this.username.value();
	}

}
