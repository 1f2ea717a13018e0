package chat.hubbub.account;

import java.net.InetAddress;
import java.security.Principal;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is online.
 *
 * @param username the name that is shown with what they say; unique among those online
 * @param login the name they asked for, in {@link Username#key() lower case}, or empty:
 * the same after each reconnect, also while {@code username} carries a number
 * @param role what they may do
 * @param account the number of their account, {@code null} for a guest
 * @param address where they are, as far as it is known; for guests only
 */
public record User(Username username, String login, Role role, @Nullable Long account,
		@Nullable InetAddress address) implements Principal {

	/** The name that finds all admins. It is not a {@link Username}. */
	public static final String ADMINS = "@admins";

	/**
	 * Somebody of whom it is not known where they are.
	 * @param username the name that is shown
	 * @param login the name they asked for, or empty
	 * @param role what they may do
	 * @param account the number of their account, {@code null} for a guest
	 */
	public User(Username username, String login, Role role, @Nullable Long account) {
		this(username, login, role, account, null);
	}

	/**
	 * A guest.
	 * @param username the name that is shown
	 * @param login the name they asked for, or empty
	 * @return the guest
	 */
	public static User guest(Username username, String login) {
		return new User(username, login, Role.GUEST, null);
	}

	/**
	 * The same at some place. Who has an account is the same everywhere.
	 * @param place where they are, {@code null} if that is not known
	 * @return a guest who is there, or this
	 */
	public User at(@Nullable InetAddress place) {
		return (this.account == null) ? new User(this.username, this.login, this.role, null, place) : this;
	}

	/**
	 * The names that find this user: of an account its {@linkplain Account#key() key}, of
	 * a guest the name that is shown and the one asked for. Admins are also found
	 * together.
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
