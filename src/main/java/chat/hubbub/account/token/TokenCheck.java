package chat.hubbub.account.token;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import chat.hubbub.account.AccessToken;
import chat.hubbub.account.Secret;
import chat.hubbub.account.User;

/**
 * Checks access tokens with the {@link AuthenticationManager}, so that its limit on
 * attempts applies. Thread-safe.
 */
@Component
public class TokenCheck {

	private final ObjectProvider<AuthenticationManager> door;

	TokenCheck(ObjectProvider<AuthenticationManager> door) {
		this.door = door;
	}

	/**
	 * Checks the token of a sign-in.
	 * @param login the name that its account must have, ignoring case; {@code null} for
	 * any
	 * @param secret the token
	 * @param address the client's address; {@code null} if unknown
	 * @return the {@link User}; the details object is the {@link AccessToken}
	 * @throws TokenInvalid if the token is invalid or belongs to another name
	 */
	public Authentication check(@Nullable String login, String secret, @Nullable Object address) {
		TokenAttempt attempt = new TokenAttempt(login, new Secret(secret));
		attempt.setDetails(address);
		return this.door.getObject().authenticate(attempt);
	}

}
