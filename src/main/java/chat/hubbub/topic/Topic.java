package chat.hubbub.topic;

/**
 * A topic: a named, ordered log of events that people read and post to.
 *
 * @param name its name
 * @param title what people see, at most {@value #MAX_TITLE} characters; the name if empty
 * @param description what it is for, at most {@value #MAX_DESCRIPTION} characters, may be
 * empty
 * @param access who may read it; the lobby is open
 * @param announcements whether only its moderators post
 */
public record Topic(TopicName name, String title, String description, Access access, boolean announcements) {

	/** The greatest number of characters in a title. */
	public static final int MAX_TITLE = 80;

	/** The greatest number of characters in a description. */
	public static final int MAX_DESCRIPTION = 250;

	/**
	 * Checks a topic.
	 * @throws IllFormedTopic if title or description are too long, or if the lobby is not
	 * open
	 */
	public Topic {
		title = title.isBlank() ? name.value() : title.strip();
		description = description.strip();
		if (title.length() > MAX_TITLE || description.length() > MAX_DESCRIPTION) {
			throw IllFormedTopic.texts();
		}
		if (name.equals(TopicName.LOBBY) && access != Access.OPEN) {
			throw IllFormedTopic.lobby();
		}
	}

	/**
	 * A topic that everybody reads and posts to.
	 * @param name its name
	 * @param title its title
	 * @param description what it is for
	 */
	public Topic(TopicName name, String title, String description) {
		this(name, title, description, Access.OPEN, false);
	}

}
