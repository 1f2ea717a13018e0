package chat.hubbub.account;

import java.security.Principal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;

/** The sender of an HTTP request. */
public final class Visitor {

	private static final User NOBODY = User.guest(new Username("guest"), "");

	private Visitor() {
	}

	/**
	 * The user of a request.
	 * @param principal the principal of the request, or {@code null}
	 * @return the user, or a guest
	 */
	public static User of(@Nullable Principal principal) {
		Object who = (principal instanceof Authentication signedIn) ? signedIn.getPrincipal() : principal;
		return (who instanceof User user) ? user : NOBODY;
	}

	/**
	 * The access token of a request.
	 * @param principal the principal of the request, or {@code null}
	 * @return the token, or empty if its sender has signed in without one
	 */
	public static Optional<AccessToken> token(@Nullable Principal principal) {
		return (principal instanceof Authentication program && program.getDetails() instanceof AccessToken token)
				? Optional.of(token) : Optional.empty();
	}

}
