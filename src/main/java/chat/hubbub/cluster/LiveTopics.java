package chat.hubbub.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import chat.hubbub.broker.Attendance;
import chat.hubbub.broker.Subscriber;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.stomp.Destinations;

/** The topics with subscribers on this node. Thread-safe. */
final class LiveTopics implements Attendance.Listener {

	/** The start of the destinations of stored topics. */
	private static final String CHAT = Destinations.TOPIC + "chat";

	private final Map<String, Integer> subscriptions = new ConcurrentHashMap<>();

	/** Patterns of destinations, which may match any topic. */
	private final Map<String, Integer> patterns = new ConcurrentHashMap<>();

	@Override
	public void began(Subscriber subscriber, String destination) {
		count(destination, 1);
	}

	@Override
	public void ended(Subscriber subscriber, String destination) {
		count(destination, -1);
	}

	private void count(String destination, int more) {
		boolean pattern = destination.indexOf('*') >= 0 || destination.indexOf('?') >= 0;
		if (!pattern && !destination.startsWith(CHAT)) {
			return;
		}
		(pattern ? this.patterns : this.subscriptions).merge(destination, more,
				(before, change) -> (before + change != 0) ? before + change : null);
	}

	@Override
	public Optional<EncodedMessage> opening(String destination) {
		return Optional.empty();
	}

	boolean has(String destination) {
		return this.subscriptions.containsKey(destination) || !this.patterns.isEmpty();
	}

	/** The destinations, without those that only a pattern matches. */
	List<String> all() {
		return List.copyOf(this.subscriptions.keySet());
	}

	/** Whether every destination may have a subscriber. */
	boolean mayBeAny() {
		return !this.patterns.isEmpty();
	}

}
