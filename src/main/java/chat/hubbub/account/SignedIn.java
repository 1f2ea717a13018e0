package chat.hubbub.account;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** A {@link User} as an authentication of Spring Security. */
public final class SignedIn {

	/** The additional authority of a sign-in with an access token. */
	public static final String TOKEN = "TOKEN";

	private SignedIn() {
	}

	/**
	 * An authenticated user.
	 * @param user the user, who is the principal
	 * @return an authentication with the authority of the role, such as
	 * {@code ROLE_MEMBER}
	 */
	public static Authentication as(User user) {
		return UsernamePasswordAuthenticationToken.authenticated(user, null,
				AuthorityUtils.createAuthorityList("ROLE_" + user.role()));
	}

	/** An authenticated program; its access token is the details object. */
	public static Authentication with(AccessToken token, User user) {
		var program = UsernamePasswordAuthenticationToken.authenticated(user, null,
				AuthorityUtils.createAuthorityList("ROLE_" + user.role(), TOKEN));
		program.setDetails(token);
		return program;
	}

}
