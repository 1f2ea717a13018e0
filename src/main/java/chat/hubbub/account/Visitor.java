package chat.hubbub.account;

import java.security.Principal;

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

}
