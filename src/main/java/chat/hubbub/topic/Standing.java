package chat.hubbub.topic;

/** What an account is to a topic that it was invited to. */
public enum Standing {

	/** Reads it, also while it is private. */
	MEMBER,

	/** Looks after it too: its settings, its people and its announcements. */
	MODERATOR

}
