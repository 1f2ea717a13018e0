package chat.hubbub.topic;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

import chat.hubbub.stomp.Destinations;

/**
 * The name of a topic: 1 to 64 characters of {@code a-z} and {@code 0-9}, and {@code -}
 * between them.
 *
 * @param value the name
 */
public record TopicName(String value) implements Comparable<TopicName> {

	/** The maximum number of characters in a name. */
	public static final int MAX_LENGTH = 64;

	private static final Pattern WELL_FORMED = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

	/** The topic that always exists. */
	public static final TopicName LOBBY = new TopicName("lobby");

	/** The beginning of names that users cannot give to topics. */
	static final String RESERVED = "dm-";

	private static final int DIRECT_BYTES = 16;

	private static final int DIRECT_LENGTH = RESERVED.length() + 2 * DIRECT_BYTES;

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String DESTINATION = Destinations.TOPIC + "chat";

	/**
	 * Checks a name.
	 * @throws IllFormedTopicName if it is not a topic's name
	 */
	public TopicName {
		if (value.length() > MAX_LENGTH || !WELL_FORMED.matcher(value).matches()) {
			throw new IllFormedTopicName();
		}
	}

	/**
	 * A name for a conversation that cannot be guessed.
	 * @return a new name of 128 random bits
	 */
	static TopicName direct() {
		byte[] bits = new byte[DIRECT_BYTES];
		RANDOM.nextBytes(bits);
		return new TopicName(RESERVED + HexFormat.of().formatHex(bits));
	}

	/**
	 * Whether it is the name of a conversation. Only conversations have such names.
	 * @return {@code false} for other names, also if they are reserved
	 */
	public boolean isDirect() {
		return this.value.length() == DIRECT_LENGTH && this.value.startsWith(RESERVED);
	}

	/** Whether users cannot give this name to a topic. */
	boolean isReserved() {
		return this.value.startsWith(RESERVED);
	}

	/**
	 * The destination of the topic's events.
	 * @return {@code /topic/chat} for the lobby, {@code /topic/chat.NAME} for other
	 * topics
	 */
	public String destination() {
		return equals(LOBBY) ? DESTINATION : DESTINATION + "." + this.value;
	}

	/**
	 * Whether a destination carries the events of a topic.
	 * @param destination a destination as a client names it
	 * @return {@code true} for {@code /topic/chat}, alone or followed by a dot
	 */
	public static boolean isDestination(String destination) {
		return destination.equals(DESTINATION) || destination.startsWith(DESTINATION + ".");
	}

	/**
	 * The topic of a destination.
	 * @param destination one that {@link #isDestination(String) carries a topic's events}
	 * @return its name; the lobby may be named after the dot too
	 * @throws IllFormedTopicName if the part after the dot is not a valid name
	 */
	public static TopicName ofDestination(String destination) {
		return destination.equals(DESTINATION) ? LOBBY : new TopicName(destination.substring(DESTINATION.length() + 1));
	}

	@Override
	public int compareTo(TopicName other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
