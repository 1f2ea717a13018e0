package chat.hubbub.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a program signs in with in place of a password, without its secret.
 *
 * @param id its number, which no other token will ever have
 * @param name what its owner calls it
 * @param account the number of the account that it is for
 * @param epoch the {@linkplain Account#epoch() epoch} of the account that it is for: it
 * ends with the password that it was made under
 * @param createdAt when it was made
 * @param expiresAt from when on it is worth nothing
 */
public record AccessToken(long id, String name, long account, long epoch, Instant createdAt, Instant expiresAt) {

	/** The attribute of a connection that came with one. */
	public static final String ATTRIBUTE = "hubbub.token";

	/** What the secrets of tokens begin with, so that whoever finds one knows it. */
	static final String PREFIX = "hub_";

	private static final Pattern SECRET = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

	/**
	 * Tells tokens from passwords.
	 * @param text what somebody signs in with
	 * @return whether it looks like the secret of a token
	 */
	public static boolean isOne(String text) {
		return SECRET.matcher(text).matches();
	}

	/**
	 * Finds what a connection came with.
	 * @param attributes its attributes
	 * @return the token, or empty if it came with none
	 */
	public static Optional<AccessToken> in(Map<String, Object> attributes) {
		return Optional.ofNullable((AccessToken) attributes.get(ATTRIBUTE));
	}

	/** What the audit log says of it. */
	String toAudit() {
		return "token " + this.id + " until " + this.expiresAt + ": " + this.name;
	}

	boolean isExpired(Clock clock) {
		return clock.millis() >= this.expiresAt.toEpochMilli();
	}

}
