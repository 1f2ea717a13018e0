package chat.hubbub.account;

import java.util.Optional;

/**
 * A registered person.
 *
 * @param id the account's number, which is never used again
 * @param username the name that is shown with their messages
 * @param role their role
 * @param epoch a counter; sessions and tokens of an earlier epoch are invalid, for
 * example after a change of the password
 */
public record Account(long id, Username username, Role role, long epoch) {

	/** The prefix of the names of deleted accounts. */
	static final String DELETED = "deleted-";

	private static final String KEY = "@";

	/**
	 * The login of the account, in place of the name that a guest asks for. It is not a
	 * valid {@link Username}, so that a guest cannot have it.
	 * @return for example {@code @7}
	 */
	public String key() {
		return key(this.id);
	}

	/**
	 * The key of an account by its number. It also finds the connections of the account.
	 * @param id the account's number
	 * @return for example {@code @7}
	 */
	public static String key(long id) {
		return KEY + id;
	}

	/**
	 * Whether a login is that of an account.
	 * @param login the login of a user
	 * @return {@code false} for a guest's
	 */
	public static boolean isKey(String login) {
		return login.startsWith(KEY);
	}

	/**
	 * The account of a login.
	 * @param login the login of an account or of a guest
	 * @return the account's number, or empty for a guest
	 */
	public static Optional<Long> ofKey(String login) {
		// A guest's name cannot begin like this.
		return login.startsWith(KEY) ? Optional.of(Long.valueOf(login.substring(KEY.length()))) : Optional.empty();
	}

	/**
	 * The sender of the account's messages after its deletion.
	 * @return a reserved name, for example {@code deleted-7}
	 */
	public String nameAfterDeletion() {
		return nameAfterDeletion(this.id);
	}

	/**
	 * The account whose messages have the name of a deleted one.
	 * @param name the name of a sender
	 * @return the account's number, or empty if the name does not have this form
	 */
	public static Optional<Long> ofNameAfterDeletion(Username name) {
		String number = name.key().startsWith(DELETED) ? name.key().substring(DELETED.length()) : "";
		return number.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(number)) : Optional.empty();
	}

	/** The same for the number of an account. */
	static String nameAfterDeletion(long id) {
		return DELETED + id;
	}

	/**
	 * The person as an online user.
	 * @return a member or an admin
	 */
	public User user() {
		return new User(this.username, key(), this.role, this.id);
	}

	/** Whether a sign-in with that name is for this account. */
	public boolean isCalled(String login) {
		try {
			return new Username(login).isLike(this.username);
		}
		catch (IllFormedName ex) {
			return false;
		}
	}

	Account withRole(Role changed) {
		return new Account(this.id, this.username, changed, this.epoch);
	}

	Account withEpoch(long changed) {
		return new Account(this.id, this.username, this.role, changed);
	}

}
