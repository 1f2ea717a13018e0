package chat.hubbub.account;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Takes an access token for an account. It stands behind the
 * {@code AuthenticationManager}, the one door for HTTP and STOMP alike. Thread-safe.
 */
@Component
class TokenProvider implements AuthenticationProvider {

	private final AccessTokens tokens;

	TokenProvider(AccessTokens tokens) {
		this.tokens = tokens;
	}

	/**
	 * Checks a token.
	 * @return the {@link User}, authenticated; its details are the {@link AccessToken}
	 * @throws TokenInvalid if the token is not good, or not that name's
	 */
	@Override
	public Authentication authenticate(Authentication attempt) {
		TokenAttempt tried = (TokenAttempt) attempt;
		AccessToken token = this.tokens.find(tried.secret()).orElseThrow(TokenInvalid::new);
		Account holder = this.tokens.holder(token).orElseThrow(TokenInvalid::new);
		if (tried.getPrincipal() instanceof String login && !holder.isCalled(login)) {
			throw new TokenInvalid();
		}
		return SignedIn.with(token, holder.user());
	}

	@Override
	public boolean supports(Class<?> attempt) {
		return TokenAttempt.class.isAssignableFrom(attempt);
	}

}
