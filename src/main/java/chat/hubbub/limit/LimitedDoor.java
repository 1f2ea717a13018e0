package chat.hubbub.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;

import chat.hubbub.account.SignInQueue.Turn;
import chat.hubbub.account.token.TokenAttempt;
import chat.hubbub.account.token.TokenInvalid;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * The only place that checks passwords and access tokens, over HTTP and STOMP. Attempts
 * are counted before a password is checked, because the check is expensive. An attempt
 * with a {@link Turn} is already counted; one without is refused if it would have to
 * wait. Checking a token is cheap, so only wrong ones are counted, and guesses never lock
 * out a valid token. Thread-safe.
 */
public final class LimitedDoor implements AuthenticationManager {

	private final AuthenticationManager door;

	private final Attempts attempts;

	/**
	 * Limits the attempts of another manager.
	 * @param door checks the attempts that are allowed
	 * @param attempts counts the attempts
	 */
	public LimitedDoor(AuthenticationManager door, Attempts attempts) {
		this.door = door;
		this.attempts = attempts;
	}

	/**
	 * Checks a password or a token.
	 * @param attempt the name and its credentials; its details object is a {@link Turn}
	 * or the client's address
	 * @return the authenticated user
	 * @throws RateLimited if there were too many attempts
	 */
	@Override
	public Authentication authenticate(Authentication attempt) {
		InetAddress address = address(attempt.getDetails());
		if (attempt instanceof TokenAttempt) {
			return byToken(attempt, address);
		}
		// Identities from a provider cannot be guessed, so they are not counted.
		return (attempt instanceof UsernamePasswordAuthenticationToken) ? byPassword(attempt, address)
				: this.door.authenticate(attempt);
	}

	private Authentication byPassword(Authentication attempt, @Nullable InetAddress address) {
		Turn turn = (attempt.getDetails() instanceof Turn counted) ? counted
				: this.attempts.turn(attempt.getName(), address);
		Authentication user = this.door.authenticate(attempt);
		turn.succeeded();
		return user;
	}

	private Authentication byToken(Authentication attempt, @Nullable InetAddress address) {
		try {
			return this.door.authenticate(attempt);
		}
		catch (TokenInvalid ex) {
			this.attempts.wrongToken(address);
			throw ex;
		}
	}

	private static @Nullable InetAddress address(@Nullable Object details) {
		try {
			return (details instanceof String text) ? InetAddress.getByName(text)
					: (details instanceof InetAddress address) ? address : null;
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

}
