package chat.hubbub.account;

import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The account of a browser's session, as the session remembers it: as little as can be,
 * so that a role that changes, or an account that is gone, is known at once.
 *
 * @param account the account's number
 * @param epoch the {@linkplain Account#epoch() epoch} that it was in
 * @param signIn what tells one sign-in from another; known to the server only
 */
public record BrowserMember(long account, long epoch, String signIn) implements Serializable {

	/** The attribute of the HTTP session, and of its WebSocket sessions. */
	public static final String ATTRIBUTE = "hubbub.member";

	@Serial
	private static final long serialVersionUID = 1;

	/**
	 * Begins another session of an account.
	 * @param account the account
	 * @return what that session remembers
	 */
	public static BrowserMember of(Account account) {
		return new BrowserMember(account.id(), account.epoch(), UUID.randomUUID().toString());
	}

	/**
	 * Finds the member in a session's attributes.
	 * @param attributes the attributes
	 * @return the member, or empty if nobody has signed in
	 */
	public static Optional<BrowserMember> in(Map<String, Object> attributes) {
		return Optional.ofNullable((BrowserMember) attributes.get(ATTRIBUTE));
	}

}
