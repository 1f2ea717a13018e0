package chat.hubbub.presence;

/**
 * A destination of a developer whose subscribers see each other, as those of a chat topic
 * do. The subscribers of {@code /topic/NAME} are shown on {@code /topic/presence/NAME};
 * {@code /app/typing/NAME} and {@code /topic/typing/NAME} tell who is typing, and the
 * messages to {@code /topic/NAME} are counted as unread until a SEND to
 * {@code /app/read/NAME}. The same holds for {@code NAME.TOPIC}, with the rights of the
 * topic, if there is a {@link chat.hubbub.topic.TopicKind} of this name. A feature
 * declares it as a bean.
 *
 * @param name the destination after {@code /topic/}, without wildcard, dot and slash
 */
public record Gathering(String name) {

	/**
	 * Checks a gathering.
	 * @throws IllegalArgumentException if the name is not allowed
	 */
	public Gathering {
		if (!name.matches("[A-Za-z0-9_-]+")) {
			throw new IllegalArgumentException("Not a valid name of a gathering: " + name);
		}
	}

}
