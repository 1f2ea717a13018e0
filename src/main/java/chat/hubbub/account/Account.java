package chat.hubbub.account;

/**
 * A person that is known to the server.
 *
 * @param id the account's number, which nobody else will ever have
 * @param username the name that is shown with what they say
 * @param role what they may do
 * @param epoch counts what ends all that was begun before: a new password, for one
 */
public record Account(long id, Username username, Role role, long epoch) {

	/** What the names of accounts that are gone begin with. */
	static final String DELETED = "deleted-";

	private static final String KEY = "@";

	/**
	 * What stands for the account where a guest has the name they asked for. It is no
	 * {@link Username}, so that no guest can have it.
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
	 * What the messages of the account stand under once it is deleted.
	 * @return a name that nobody can take, for example {@code deleted-7}
	 */
	public String nameAfterDeletion() {
		return DELETED + this.id;
	}

	/**
	 * The person, online.
	 * @return a member or an admin
	 */
	public User user() {
		return new User(this.username, key(), this.role, this.id);
	}

	/** Whether somebody who signs in by that name means this account. */
	boolean isCalled(String login) {
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
