package chat.hubbub.account;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Takes a name and a password for an account. It stands behind the
 * {@code AuthenticationManager}, the one door for HTTP and STOMP alike. Thread-safe.
 */
@Component
class PasswordProvider implements AuthenticationProvider {

	private final Accounts accounts;

	PasswordProvider(Accounts accounts) {
		this.accounts = accounts;
	}

	/**
	 * Checks a password.
	 * @return the {@link User}, authenticated
	 * @throws SignInFailed if name and password do not belong together
	 */
	@Override
	public Authentication authenticate(Authentication attempt) {
		String password = (attempt.getCredentials() instanceof String typed) ? typed : "";
		return SignedIn.as(this.accounts.authenticate(attempt.getName(), password).user());
	}

	@Override
	public boolean supports(Class<?> attempt) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
	}

}
