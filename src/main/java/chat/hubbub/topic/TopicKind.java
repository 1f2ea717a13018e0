package chat.hubbub.topic;

/**
 * A kind of destinations that belong to topics, as {@code chat} is one:
 * {@code /app/KIND.TOPIC} and {@code /topic/KIND.TOPIC}, or without a dot those of the
 * lobby. Whoever may not read the topic may not subscribe there, and whoever may not post
 * to it may not send there. A feature declares its own kind as a bean.
 *
 * @param name what stands before the dot, with no wildcard, dot or slash in it
 */
public record TopicKind(String name) {

	/**
	 * Checks a kind.
	 * @throws IllegalArgumentException if the name cannot stand there
	 */
	public TopicKind {
		if (!name.matches("[A-Za-z0-9_-]+")) {
			throw new IllegalArgumentException("Not a valid kind of destination: " + name);
		}
	}

	/**
	 * Whether something is of this kind.
	 * @param path what stands behind {@code /app/} or {@code /topic/}
	 * @return {@code true} for the name, and for all that follows a dot behind it
	 */
	public boolean holds(String path) {
		int length = this.name.length();
		return path.startsWith(this.name) && (path.length() == length || path.charAt(length) == '.');
	}

	/**
	 * The topic that something of this kind belongs to.
	 * @param path what stands behind {@code /app/} or {@code /topic/}, and is
	 * {@linkplain #holds(String) of this kind}
	 * @return the topic's name; there may be none of that name
	 * @throws IllFormedTopicName if what stands behind the dot is no name
	 */
	public TopicName topic(String path) {
		int length = this.name.length();
		return (path.length() == length) ? TopicName.LOBBY : new TopicName(path.substring(length + 1));
	}

}
