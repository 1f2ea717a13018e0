package chat.hubbub.topic;

/** The role of an invited account in a topic. */
public enum Standing {

	/** May read the topic even if it is private. */
	MEMBER,

	/** May also change the topic's settings and members, and post announcements. */
	MODERATOR

}
