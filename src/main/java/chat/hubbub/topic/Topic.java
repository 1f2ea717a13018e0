package chat.hubbub.topic;

/**
 * A topic: a named, ordered log of events that people read and post to.
 *
 * @param name its name
 * @param title what people see, at most {@value #MAX_TITLE} characters; the name if empty
 * @param description what it is for, at most {@value #MAX_DESCRIPTION} characters, may be
 * empty
 */
public record Topic(TopicName name, String title, String description) {

	/** The greatest number of characters in a title. */
	public static final int MAX_TITLE = 80;

	/** The greatest number of characters in a description. */
	public static final int MAX_DESCRIPTION = 250;

	/**
	 * Checks a topic.
	 * @throws IllFormedTopic if title or description are too long
	 */
	public Topic {
		title = title.isBlank() ? name.value() : title.strip();
		description = description.strip();
		if (title.length() > MAX_TITLE || description.length() > MAX_DESCRIPTION) {
			throw new IllFormedTopic();
		}
	}

}
