package chat.hubbub.topic;

/**
 * A topic as clients see it in a list.
 *
 * @param name its name
 * @param title its title
 * @param description what it is for
 * @param head the {@code seq} of its newest event, 0 when it has none
 */
record Listing(String name, String title, String description, long head) {

	static Listing of(Topic topic, long head) {
		return new Listing(topic.name().value(), topic.title(), topic.description(), head);
	}

}
