package chat.hubbub.account;

import java.security.Principal;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is online.
 *
 * @param username the name that is shown with what they say; unique among those online
 * @param login the name they asked for, in {@link Username#key() lower case}, or empty:
 * the same after each reconnect, also while {@code username} carries a number
 * @param role what they may do
 * @param account the number of their account, {@code null} for a guest
 */
public record User(Username username, String login, Role role, @Nullable Long account) implements Principal {

	/**
	 * A guest.
	 * @param username the name that is shown
	 * @param login the name they asked for, or empty
	 * @return the guest
	 */
	public static User guest(Username username, String login) {
		return new User(username, login, Role.GUEST, null);
	}

	@Override
	public String getName() {
		return this.username.value();
	}

}
