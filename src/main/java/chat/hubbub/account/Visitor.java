package chat.hubbub.account;

import java.security.Principal;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;

/** Whoever asks over HTTP. */
public final class Visitor {

	private static final User NOBODY = User.guest(new Username("guest"), "");

	private Visitor() {
	}

	/**
	 * Who a request comes from.
	 * @param principal what the request says of it, {@code null} for nothing
	 * @return the user, or a guest
	 */
	public static User of(@Nullable Principal principal) {
		Object who = (principal instanceof Authentication signedIn) ? signedIn.getPrincipal() : principal;
		return (who instanceof User user) ? user : NOBODY;
	}

}
