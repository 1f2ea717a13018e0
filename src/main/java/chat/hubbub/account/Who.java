package chat.hubbub.account;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a browser, as JSON.
 *
 * @param name its name, or {@code null}
 * @param role {@code guest}, {@code member} or {@code admin}; {@code null} without a name
 * @param language the tag of the language that the account has chosen; {@code null}
 * without one, or if the request does not ask for it
 */
public record Who(@Nullable String name, @Nullable String role,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String language) {

	/** A browser without an identity. */
	public static final Who NOBODY = new Who(null, null, null);

	/** The identity of a user. */
	public static Who of(User user) {
		return new Who(user.getName(), user.role().name().toLowerCase(Locale.ROOT), null);
	}

	/** The same identity with its language. */
	public Who in(@Nullable String chosen) {
		return new Who(this.name, this.role, chosen);
	}

}
