package chat.hubbub.account;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** A {@link User} in the words of Spring Security. */
public final class SignedIn {

	/** The authority, beside that of the role, of who has come with an access token. */
	public static final String TOKEN = "TOKEN";

	private SignedIn() {
	}

	/**
	 * Somebody whose identity is known.
	 * @param user who it is; the principal
	 * @return with one authority, that of the role: {@code ROLE_MEMBER}, for one
	 */
	public static Authentication as(User user) {
		return UsernamePasswordAuthenticationToken.authenticated(user, null,
				AuthorityUtils.createAuthorityList("ROLE_" + user.role()));
	}

	/** A program with an access token; the token is in the details. */
	static Authentication with(AccessToken token, User user) {
		var program = UsernamePasswordAuthenticationToken.authenticated(user, null,
				AuthorityUtils.createAuthorityList("ROLE_" + user.role(), TOKEN));
		program.setDetails(token);
		return program;
	}

}
