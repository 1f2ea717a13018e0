package chat.hubbub.account;

import java.net.InetAddress;
import java.security.Principal;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An online user.
 *
 * @param username the name that is shown with their messages; unique among online users
 * @param login the name that they asked for, in {@link Username#key() lower case}, or
 * empty; it stays the same after a reconnect, even if {@code username} has a number
 * @param role their role
 * @param account the number of their account, {@code null} for a guest
 * @param address their address, if known; only for guests
 * @param session a hash that tells a guest from others who have had the same name: that
 * of the browser's session or of the connection; {@code null} for an account
 */
public record User(Username username, String login, Role role, @Nullable Long account, @Nullable InetAddress address,
		@Nullable String session) implements Principal {

	/** The name of all admins' connections. It is not a valid {@link Username}. */
	public static final String ADMINS = "@admins";

	/**
	 * A user without a known address.
	 * @param username the name that is shown
	 * @param login the name that they asked for, or empty
	 * @param role their role
	 * @param account the number of their account, {@code null} for a guest
	 */
	public User(Username username, String login, Role role, @Nullable Long account) {
		this(username, login, role, account, null, null);
	}

	/**
	 * A guest without a session, who owns nothing.
	 * @param username the name that is shown
	 * @param login the name that they asked for, or empty
	 * @return the guest
	 */
	public static User guest(Username username, String login) {
		return new User(username, login, Role.GUEST, null);
	}

	/**
	 * A guest.
	 * @param username the name that is shown
	 * @param login the name that they asked for, or empty
	 * @param holder the secret id of the session that holds the name
	 * @return the guest
	 */
	public static User guest(Username username, String login, Secret holder) {
		return new User(username, login, Role.GUEST, null, null, holder.hash());
	}

	/**
	 * The same user at an address. Users with an account do not depend on it.
	 * @param place the address, {@code null} if unknown
	 * @return a guest with that address, or this user
	 */
	public User at(@Nullable InetAddress place) {
		return (this.account == null) ? new User(this.username, this.login, this.role, null, place, this.session)
				: this;
	}

	/**
	 * The names of this user's connections: for an account its {@linkplain Account#key()
	 * key}, for a guest the shown name and the requested one. Admins also share a name.
	 * @return one or two names
	 */
	public Set<String> keys() {
		Set<String> keys = new HashSet<>();
		if (!this.login.isEmpty()) {
			keys.add(this.login);
		}
		if (this.account == null) {
			keys.add(this.username.key());
		}
		if (this.role == Role.ADMIN) {
			keys.add(ADMINS);
		}
		return keys;
	}

	@Override
	public String getName() {
		return this.username.value();
	}

}
