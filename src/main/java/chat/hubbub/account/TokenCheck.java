package chat.hubbub.account;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Asks about access tokens at the one door, the {@link AuthenticationManager}.
 * Thread-safe.
 */
@Component
public class TokenCheck {

	private final ObjectProvider<AuthenticationManager> door;

	TokenCheck(ObjectProvider<AuthenticationManager> door) {
		this.door = door;
	}

	/**
	 * Checks the token of somebody who wants to come in.
	 * @param login the name that its account must have, in whatever case; {@code null}
	 * for whichever it has
	 * @param secret the token
	 * @param address where they come from; {@code null} if that is unknown
	 * @return the {@link User}, whose details are the {@link AccessToken}
	 * @throws TokenInvalid if the token is not good, or not that name's
	 */
	public Authentication check(@Nullable String login, String secret, @Nullable Object address) {
		TokenAttempt attempt = new TokenAttempt(login, new Secret(secret));
		attempt.setDetails(address);
		return this.door.getObject().authenticate(attempt);
	}

}
