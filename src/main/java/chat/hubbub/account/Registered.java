package chat.hubbub.account;

import java.time.Instant;
import java.util.Locale;

/**
 * An account as admins see it.
 *
 * @param id its number
 * @param username its name
 * @param role {@code member} or {@code admin}
 * @param createdAt the time of its creation
 */
record Registered(long id, String username, String role, Instant createdAt) {

	static Registered of(long id, String username, Role role, Instant createdAt) {
		return new Registered(id, username, role.name().toLowerCase(Locale.ROOT), createdAt);
	}

}
