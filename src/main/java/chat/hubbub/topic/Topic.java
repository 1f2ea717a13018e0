package chat.hubbub.topic;

/**
 * A topic: a named, ordered log of events that people read and post to.
 *
 * @param name its name
 * @param title the name that people see, at most {@value #MAX_TITLE} characters; the name
 * if empty
 * @param description its purpose, at most {@value #MAX_DESCRIPTION} characters, may be
 * empty
 * @param access the users that may read it; the lobby is open
 * @param announcements whether only its moderators may post
 */
public record Topic(TopicName name, String title, String description, Access access, boolean announcements) {

	/** The maximum number of characters in a title. */
	public static final int MAX_TITLE = 80;

	/** The maximum number of characters in a description. */
	public static final int MAX_DESCRIPTION = 250;

	/**
	 * Checks a topic.
	 * @throws IllFormedTopic if title or description are too long, or if the lobby is not
	 * open
	 */
	public Topic {
		title = title.isBlank() ? name.value() : title.strip();
		description = description.strip();
		// PostgreSQL cannot store U+0000.
		if (title.length() > MAX_TITLE || description.length() > MAX_DESCRIPTION
				|| (title + description).indexOf('\0') >= 0) {
			throw IllFormedTopic.texts();
		}
		if (name.equals(TopicName.LOBBY) && access != Access.OPEN) {
			throw IllFormedTopic.lobby();
		}
	}

	/**
	 * A topic that everybody may read and post to.
	 * @param name its name
	 * @param title its title
	 * @param description its purpose
	 */
	public Topic(TopicName name, String title, String description) {
		this(name, title, description, Access.OPEN, false);
	}

	/**
	 * The lobby until somebody changes it. The page shows these words in the language of
	 * its reader, as {@code model/topics.js} knows them.
	 * @return the lobby of a new server
	 */
	public static Topic lobby() {
		return new Topic(TopicName.LOBBY, "Lobby", "Where everybody meets");
	}

}
