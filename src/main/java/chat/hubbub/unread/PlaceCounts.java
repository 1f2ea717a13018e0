package chat.hubbub.unread;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import chat.hubbub.account.User;
import chat.hubbub.broker.Published;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.bus.Bus;
import chat.hubbub.presence.Gathering;
import chat.hubbub.stomp.Destinations;
import chat.hubbub.topic.TopicKind;
import chat.hubbub.topic.Topics;

/**
 * Counts the messages to developers' {@link Gathering}s, which have no log, since the
 * start of the node. A place is such a destination without {@code /topic/}. Thread-safe.
 */
@Component
class PlaceCounts {

	/** The maximum number of places; messages to others are not counted. */
	static final int MOST = 1_000;

	private final List<TopicKind> gatherings;

	private final List<TopicKind> kinds;

	private final Topics topics;

	private final Map<String, Long> counts = new ConcurrentHashMap<>();

	private final Set<String> changed = ConcurrentHashMap.newKeySet();

	PlaceCounts(ObjectProvider<Gathering> gatherings, ObjectProvider<TopicKind> kinds, Topics topics, Bus bus) {
		this.gatherings = gatherings.stream().map((gathering) -> new TopicKind(gathering.name())).toList();
		this.kinds = kinds.stream().toList();
		this.topics = topics;
		if (!this.gatherings.isEmpty()) {
			bus.receive(Published.class, (fact) -> fact.messages().forEach(this::add));
		}
	}

	private void add(EncodedMessage message) {
		// A message with a number belongs to the log of a topic.
		if (message.seq() == 0 && message.destination().startsWith(Destinations.TOPIC)) {
			String place = message.destination().substring(Destinations.TOPIC.length());
			if (isGathering(place) && (this.counts.size() < MOST || this.counts.containsKey(place))) {
				this.counts.merge(place, 1L, Long::sum);
				this.changed.add(place);
			}
		}
	}

	/** Whether a place belongs to a gathering. */
	boolean isGathering(String place) {
		return this.gatherings.stream().anyMatch((gathering) -> gathering.holds(place));
	}

	/** The number of messages to each place; a copy. */
	Map<String, Long> all() {
		return Map.copyOf(this.counts);
	}

	/** The number of messages to a place. */
	long count(String place) {
		return this.counts.getOrDefault(place, 0L);
	}

	/** The places with new messages since the last call. */
	List<String> takeChanged() {
		List<String> taken = List.copyOf(this.changed);
		taken.forEach(this.changed::remove);
		return taken;
	}

	/** Whether a user may read a place: one of a topic only with the topic. */
	boolean mayRead(User user, String place) {
		Optional<TopicKind> kind = this.kinds.stream().filter((each) -> each.holds(place)).findFirst();
		return kind.isEmpty() || this.topics.mayRead(user, kind.get().topic(place));
	}

}
