package chat.hubbub.account;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** A {@link User} in the words of Spring Security. */
public final class SignedIn {

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

}
