package chat.hubbub.account.token;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

import chat.hubbub.account.Secret;

/**
 * An attempt to sign in with an access token. The details object is the client's address.
 */
@SuppressWarnings("serial")
public final class TokenAttempt extends AbstractAuthenticationToken {

	private final @Nullable String login;

	private final Secret secret;

	/**
	 * An attempt that has not been checked.
	 * @param login the name that the client stated, or {@code null}
	 * @param secret the token
	 */
	public TokenAttempt(@Nullable String login, Secret secret) {
		super(AuthorityUtils.NO_AUTHORITIES);
		this.login = login;
		this.secret = secret;
	}

	/** The name that the account must have, or {@code null} for any. */
	@Override
	public @Nullable Object getPrincipal() {
		return this.login;
	}

	@Override
	public Object getCredentials() {
		return this.secret;
	}

	Secret secret() {
		return this.secret;
	}

}
