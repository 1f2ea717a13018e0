package chat.hubbub.account;

/** What a person may do on this server, from the least to the most. */
public enum Role {

	/** Has a name and no account. */
	GUEST,

	/** Has an account. */
	MEMBER,

	/** Looks after the server. */
	ADMIN

}
