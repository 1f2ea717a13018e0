package chat.hubbub.account.token;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import chat.hubbub.account.AccessToken;
import chat.hubbub.account.Account;
import chat.hubbub.account.SignedIn;
import chat.hubbub.account.User;
import chat.hubbub.bus.Bus;
import chat.hubbub.store.StoreUnavailable;

/**
 * Authenticates an access token. Used by the {@code AuthenticationManager}, which HTTP
 * and STOMP share. Thread-safe.
 */
@Component
class TokenAuthenticator implements AuthenticationProvider {

	private final AccessTokens tokens;

	private final Bus bus;

	TokenAuthenticator(AccessTokens tokens, Bus bus) {
		this.tokens = tokens;
		this.bus = bus;
	}

	/**
	 * Checks a token.
	 * @return the authenticated {@link User}; the details object is the
	 * {@link AccessToken}
	 * @throws StoreUnavailable if this node is cut off from the store
	 * @throws TokenInvalid if the token is invalid or belongs to another name
	 */
	@Override
	public Authentication authenticate(Authentication attempt) {
		TokenAttempt tried = (TokenAttempt) attempt;
		if (!this.bus.isUpToDate()) {
			// The token may have been revoked.
			throw new StoreUnavailable();
		}
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
