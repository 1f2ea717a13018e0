package chat.hubbub.account;

/** The role of a person on this server, in ascending order of rights. */
public enum Role {

	/** Has a name and no account. */
	GUEST,

	/** Has an account. */
	MEMBER,

	/** Manages the server. */
	ADMIN

}
