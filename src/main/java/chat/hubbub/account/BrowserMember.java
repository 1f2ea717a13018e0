package chat.hubbub.account;

import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The account that a browser's session remembers. It contains only references, so that a
 * new role or a deletion takes effect at once.
 *
 * @param account the account's number
 * @param epoch the {@linkplain Account#epoch() epoch} of the account at the sign-in
 * @param signIn the secret id of this sign-in; only the server knows it
 */
public record BrowserMember(long account, long epoch, String signIn) implements Serializable {

	/** The attribute of the HTTP session and of its WebSocket sessions. */
	public static final String ATTRIBUTE = "hubbub.member";

	@Serial
	private static final long serialVersionUID = 1;

	/**
	 * Starts another session of an account.
	 * @param account the account
	 * @return the data for the session
	 */
	public static BrowserMember of(Account account) {
		return new BrowserMember(account.id(), account.epoch(), UUID.randomUUID().toString());
	}

	/**
	 * Finds the member in a session's attributes.
	 * @param attributes the attributes
	 * @return the member, or empty without a sign-in
	 */
	public static Optional<BrowserMember> in(Map<String, Object> attributes) {
		return Optional.ofNullable((BrowserMember) attributes.get(ATTRIBUTE));
	}

}
