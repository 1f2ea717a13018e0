package chat.hubbub.topic;

/**
 * A kind of destination that belongs to topics, such as {@code chat}:
 * {@code /app/KIND.TOPIC} and {@code /topic/KIND.TOPIC}; without a dot they belong to the
 * lobby. Only readers of the topic may subscribe there. A feature declares its own kind
 * as a bean.
 *
 * @param name the part before the dot, without wildcard, dot and slash
 * @param readersSend whether all readers may send there, or only users who may post to
 * the topic
 */
public record TopicKind(String name, boolean readersSend) {

	/**
	 * A kind to which only users who may post to the topic send.
	 * @param name the part before the dot
	 */
	public TopicKind(String name) {
		this(name, false);
	}

	/**
	 * Checks a kind.
	 * @throws IllegalArgumentException if the name is not allowed
	 */
	public TopicKind {
		if (!name.matches("[A-Za-z0-9_-]+")) {
			throw new IllegalArgumentException("Not a valid kind of destination: " + name);
		}
	}

	/**
	 * Whether a destination is of this kind.
	 * @param path the destination without {@code /app/} or {@code /topic/}
	 * @return {@code true} for the name, alone or followed by a dot
	 */
	public boolean holds(String path) {
		int length = this.name.length();
		return path.startsWith(this.name) && (path.length() == length || path.charAt(length) == '.');
	}

	/**
	 * The topic of a destination of this kind.
	 * @param path the destination without {@code /app/} or {@code /topic/}, which is
	 * {@linkplain #holds(String) of this kind}
	 * @return the topic's name; the topic may not exist
	 * @throws IllFormedTopicName if the part after the dot is not a valid name
	 */
	public TopicName topic(String path) {
		int length = this.name.length();
		return (path.length() == length) ? TopicName.LOBBY : new TopicName(path.substring(length + 1));
	}

}
