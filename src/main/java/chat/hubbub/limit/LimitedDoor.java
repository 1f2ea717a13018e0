package chat.hubbub.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;

import chat.hubbub.account.SignInQueue.Turn;
import chat.hubbub.account.TokenAttempt;
import chat.hubbub.account.TokenInvalid;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * The one door for passwords and access tokens, over HTTP and STOMP alike: attempts are
 * counted before a password is looked at, for that is what takes time. {@link Turn}s have
 * been counted; what comes without one is refused where it would have to wait. A token
 * takes none, so only wrong ones are counted: whoever guesses does not keep a right one
 * out. Thread-safe.
 */
public final class LimitedDoor implements AuthenticationManager {

	private final AuthenticationManager door;

	private final Attempts attempts;

	/**
	 * Puts the limit in front of a sign-in.
	 * @param door where the sign-in goes on
	 * @param attempts how many have failed
	 */
	public LimitedDoor(AuthenticationManager door, Attempts attempts) {
		this.door = door;
		this.attempts = attempts;
	}

	/**
	 * Checks a password or a token.
	 * @param attempt the name and what proves it; its details are a {@link Turn}, or the
	 * client's address
	 * @return who it is
	 * @throws RateLimited if it is one attempt too many
	 */
	@Override
	public Authentication authenticate(Authentication attempt) {
		InetAddress address = address(attempt.getDetails());
		if (attempt instanceof TokenAttempt) {
			return byToken(attempt, address);
		}
		// What a provider vouches for is nothing to guess at.
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
