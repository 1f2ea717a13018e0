package chat.hubbub.account;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Authenticates a name and a password. Used by the {@code AuthenticationManager}, which
 * HTTP and STOMP share. Thread-safe.
 */
@Component
class PasswordAuthenticator implements AuthenticationProvider {

	private final Passwords passwords;

	PasswordAuthenticator(Passwords passwords) {
		this.passwords = passwords;
	}

	/**
	 * Checks a password.
	 * @return the authenticated {@link User}
	 * @throws SignInFailed if name and password do not match
	 */
	@Override
	public Authentication authenticate(Authentication attempt) {
		String password = (attempt.getCredentials() instanceof String typed) ? typed : "";
		return SignedIn.as(this.passwords.authenticate(attempt.getName(), password).user());
	}

	@Override
	public boolean supports(Class<?> attempt) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
	}

}
