package chat.hubbub.topic.door;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import chat.hubbub.topic.TopicKind;
import chat.hubbub.topic.TopicName;

/**
 * Which destinations belong to a topic; all others are their developer's. Thread-safe.
 */
@Component
class TopicDestinations {

	/** Ours, whether or not there is a feature that uses them yet. */
	private static final List<TopicKind> OURS = Stream.of("chat", "typing", "presence").map(TopicKind::new).toList();

	private static final String WILDCARDS = "*?{}";

	private final List<TopicKind> kinds;

	TopicDestinations(ObjectProvider<TopicKind> developers) {
		this.kinds = Stream.concat(OURS.stream(), developers.stream()).toList();
	}

	/**
	 * The topic that a destination belongs to.
	 * @param path what stands behind {@code /app/} or {@code /topic/}
	 * @return its name, or empty if it belongs to none; there may be no topic of that
	 * name
	 * @throws chat.hubbub.refusal.Refusal if it would belong to one and names none
	 */
	Optional<TopicName> topicOf(String path) {
		for (TopicKind kind : this.kinds) {
			if (kind.holds(path)) {
				return Optional.of(kind.topic(path));
			}
		}
		return Optional.empty();
	}

	/** Whether a path is a pattern that might match one that belongs to a topic. */
	boolean mightReachTopics(String path) {
		if (!isPattern(path)) {
			return false;
		}
		// Those of topics have no slash: what follows one matches them only if it is
		// empty.
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
