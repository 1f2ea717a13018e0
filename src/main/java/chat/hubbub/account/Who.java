package chat.hubbub.account;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The identity of a browser, as JSON.
 *
 * @param name its name, or {@code null}
 * @param role {@code guest}, {@code member} or {@code admin}; {@code null} without a name
 */
public record Who(@Nullable String name, @Nullable String role) {

	/** A browser without an identity. */
	public static final Who NOBODY = new Who(null, null);

	/** The identity of a user. */
	public static Who of(User user) {
		return new Who(user.getName(), user.role().name().toLowerCase(Locale.ROOT));
	}

}
