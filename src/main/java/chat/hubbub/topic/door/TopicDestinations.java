package chat.hubbub.topic.door;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import chat.hubbub.topic.TopicKind;
import chat.hubbub.topic.TopicName;

/**
 * Decides which destinations belong to a topic; all others belong to developers.
 * Thread-safe.
 */
@Component
class TopicDestinations {

	/** The built-in kinds. */
	private static final List<TopicKind> OURS = List.of(new TopicKind("chat"), new TopicKind("edit"),
			new TopicKind("delete", true), new TopicKind("react", true), new TopicKind("read", true),
			new TopicKind("preferences", true), new TopicKind("typing"), new TopicKind("presence"));

	private static final String READ = "read/";

	private static final List<String> TELLING = List.of("presence/", "typing/", READ);

	private static final String WILDCARDS = "*?{}";

	private final List<TopicKind> kinds;

	TopicDestinations(ObjectProvider<TopicKind> developers) {
		this.kinds = Stream.concat(OURS.stream(), developers.stream()).toList();
	}

	/**
	 * The topic of a destination.
	 * @param path the destination without {@code /app/} or {@code /topic/}
	 * @return its name, or empty if it belongs to no topic; the topic may not exist
	 * @throws chat.hubbub.refusal.Refusal if it has the form of a topic's destination
	 * without a valid name
	 */
	Optional<TopicName> topicOf(String path) {
		String own = ofWhichItTells(path);
		return kindOf(own).map((kind) -> kind.topic(own));
	}

	/**
	 * The destination whose people are shown by {@code presence/…} and {@code typing/…},
	 * or whose messages were seen by {@code read/…}: it has the same rights.
	 */
	private static String ofWhichItTells(String path) {
		for (String prefix : TELLING) {
			if (path.startsWith(prefix)) {
				return path.substring(prefix.length());
			}
		}
		return path;
	}

	/** Whether all readers of its topic may send to a destination. */
	boolean readersSend(String path) {
		return path.startsWith(READ) || kindOf(path).filter(TopicKind::readersSend).isPresent();
	}

	private Optional<TopicKind> kindOf(String path) {
		for (TopicKind kind : this.kinds) {
			if (kind.holds(path)) {
				return Optional.of(kind);
			}
		}
		return Optional.empty();
	}

	/** Whether a path is a pattern that might match the destination of a topic. */
	boolean mightReachTopics(String path) {
		if (!isPattern(path)) {
			return false;
		}
		// Destinations of topics have no slash, so a further segment could match only if
		// it
		// were empty.
		String segment = path.split("/", 2)[0];
		String literal = segment.substring(0, firstWildcard(segment));
		return this.kinds.stream().anyMatch((kind) -> kind.name().startsWith(literal) || kind.holds(literal));
	}

	static boolean isPattern(String path) {
		return firstWildcard(path) < path.length();
	}

	private static int firstWildcard(String path) {
		int index = 0;
		while (index < path.length() && WILDCARDS.indexOf(path.charAt(index)) < 0) {
			index++;
		}
		return index;
	}

}
