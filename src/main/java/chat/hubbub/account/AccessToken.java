package chat.hubbub.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An access token, with which a program signs in, without its secret.
 *
 * @param id its number, which is never used again
 * @param name the name from its owner
 * @param account the number of its account
 * @param epoch the {@linkplain Account#epoch() epoch} of the account at its creation; the
 * token ends when the password changes
 * @param createdAt the time of its creation
 * @param expiresAt the time from which it is invalid
 */
public record AccessToken(long id, String name, long account, long epoch, Instant createdAt, Instant expiresAt) {

	/** The attribute of a connection that signed in with a token. */
	public static final String ATTRIBUTE = "hubbub.token";

	/**
	 * The prefix of all tokens, so that people and programs can recognise a leaked one.
	 */
	static final String PREFIX = "hub_";

	private static final Pattern SECRET = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

	/**
	 * Distinguishes tokens from passwords.
	 * @param text a password or a token
	 * @return whether it looks like a token
	 */
	public static boolean isOne(String text) {
		return SECRET.matcher(text).matches();
	}

	/**
	 * Finds the token of a connection.
	 * @param attributes the connection's attributes
	 * @return the token, or empty without one
	 */
	public static Optional<AccessToken> in(Map<String, Object> attributes) {
		return Optional.ofNullable((AccessToken) attributes.get(ATTRIBUTE));
	}

	/** Describes it for the audit log. */
	String toAudit() {
		return "token " + this.id + " until " + this.expiresAt + ": " + this.name;
	}

	/** Whether its time is over. */
	public boolean isExpired(Clock clock) {
		return clock.millis() >= this.expiresAt.toEpochMilli();
	}

}
