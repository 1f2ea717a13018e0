package chat.hubbub.security;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;

/**
 * The one door for passwords, over HTTP and STOMP alike: attempts are counted before a
 * password is looked at, for that is what takes time. Thread-safe.
 */
final class LimitedDoor implements AuthenticationManager {

	private final AuthenticationManager door;

	private final Attempts attempts;

	LimitedDoor(AuthenticationManager door, Attempts attempts) {
		this.door = door;
		this.attempts = attempts;
	}

	/**
	 * Checks a password.
	 * @param attempt the name and the password; its details are the client's address
	 * @return who it is
	 * @throws RateLimited if it is one attempt too many
	 */
	@Override
	public Authentication authenticate(Authentication attempt) {
		this.attempts.signIn(attempt.getName(), address(attempt.getDetails()));
		Authentication user = this.door.authenticate(attempt);
		this.attempts.signedIn(attempt.getName());
		return user;
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
