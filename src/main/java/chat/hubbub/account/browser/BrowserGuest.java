package chat.hubbub.account.browser;

import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import chat.hubbub.account.Account;
import chat.hubbub.account.Secret;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;

/**
 * The guest that a browser's session remembers.
 *
 * @param nameValue the name that it claimed
 * @param holder the secret id with which it holds the name; only the server knows it
 */
public record BrowserGuest(String nameValue, String holder) implements Serializable {

	/** The attribute of the HTTP session and of its WebSocket sessions. */
	public static final String ATTRIBUTE = "hubbub.guest";

	@Serial
	private static final long serialVersionUID = 1;

	static BrowserGuest named(Username name) {
		return new BrowserGuest(name.value(), UUID.randomUUID().toString());
	}

	BrowserGuest renamed(Username name) {
		return new BrowserGuest(name.value(), this.holder);
	}

	/**
	 * The name that the session claimed.
	 * @return the name
	 */
	public Username name() {
		return new Username(this.nameValue);
	}

	/**
	 * The guest as the session remembers it.
	 * @return a guest with that name
	 */
	public User user() {
		return User.guest(name(), name().key(), new Secret(this.holder));
	}

	/**
	 * The name that finds the connections of this browser.
	 * @param holder the id with which the browser's session holds its name
	 * @return a name that is not a {@link Username}
	 */
	public static String key(String holder) {
		return "@" + holder;
	}

	/**
	 * The key of the person behind a connection: an account is one person, and so is a
	 * browser's guest under any name; other guests are their names.
	 * @param user the user of the connection
	 * @param attributes the attributes of the connection
	 * @return a key that no other person has at the same time
	 */
	public static String person(User user, Map<String, Object> attributes) {
		Long account = user.account();
		if (account != null) {
			return Account.key(account);
		}
		return in(attributes).map((guest) -> key(guest.holder())).orElseGet(() -> user.username().key());
	}

	/**
	 * Finds the guest in a session's attributes.
	 * @param attributes the attributes
	 * @return the guest, or empty for a session without a name
	 */
	public static Optional<BrowserGuest> in(Map<String, Object> attributes) {
		return Optional.ofNullable((BrowserGuest) attributes.get(ATTRIBUTE));
	}

}
