package chat.hubbub.topic.door;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.stereotype.Component;

import chat.hubbub.account.User;
import chat.hubbub.broker.Guard;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.stomp.Destinations;
import chat.hubbub.topic.Discipline;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

/**
 * The only place that checks the destinations of clients' frames; it denies by default. A
 * client may SEND only to {@code /app/...}, so that it cannot forge messages of the
 * server, and SUBSCRIBE only to {@code /topic/...}, {@code /app/...} and its own
 * {@code /user/queue/...}. For destinations of a topic the rights of the topic apply.
 * Other destinations of developers are open to everybody who is connected and not muted.
 * Thread-safe.
 */
@Component
class DestinationGuard implements Guard {

	private static final String LOBBY = "." + TopicName.LOBBY;

	/**
	 * Tells whether the user is away, and searches in what the user may read. They belong
	 * to no topic, and muted users may use them.
	 */
	private static final Set<String> WITHOUT_POSTING = Set.of(Destinations.APP + "presence",
			Destinations.APP + "search");

	private final TopicDestinations destinations;

	private final Topics topics;

	private final Discipline discipline;

	DestinationGuard(TopicDestinations destinations, Topics topics, Discipline discipline) {
		this.destinations = destinations;
		this.topics = topics;
		this.discipline = discipline;
	}

	@Override
	public String check(@Nullable Principal principal, StompCommand command, String destination) {
		// Matchers would skip an empty segment.
		if (!(principal instanceof User user) || destination.contains("//")) {
			throw DestinationRefused.forbidden();
		}
		switch (command) {
			case SEND -> checkSend(user, destination);
			case SUBSCRIBE -> checkSubscribe(user, destination);
			default -> throw DestinationRefused.forbidden();
		}
		return canonical(destination);
	}

	/** The canonical destinations of the lobby have no dot, but clients may use one. */
	private String canonical(String destination) {
		if (!destination.endsWith(LOBBY)) {
			return destination;
		}
		Optional<TopicName> topic = broadcast(destination).flatMap(this.destinations::topicOf);
		return topic.isPresent() ? destination.substring(0, destination.length() - LOBBY.length()) : destination;
	}

	private void checkSend(User user, String destination) {
		if (!destination.startsWith(Destinations.APP)) {
			throw DestinationRefused.forbidden();
		}
		if (WITHOUT_POSTING.contains(destination)) {
			return;
		}
		String path = destination.substring(Destinations.APP.length());
		Optional<TopicName> topic = this.destinations.topicOf(path);
		if (topic.isPresent()) {
			checkSend(user, topic.get(), this.destinations.readersSend(path));
			return;
		}
		Optional<Refusal> muted = this.discipline.muted(user);
		if (muted.isPresent()) {
			throw muted.get();
		}
	}

	private void checkSend(User user, TopicName topic, boolean readersSend) {
		if (readersSend) {
			this.topics.readable(user, topic);
		}
		else {
			this.topics.postable(user, topic);
		}
	}

	private void checkSubscribe(User user, String destination) {
		if (destination.startsWith(Destinations.USER_QUEUE)) {
			if (TopicDestinations.isPattern(destination)) {
				throw DestinationRefused.pattern();
			}
			return;
		}
		String path = broadcast(destination).orElseThrow(DestinationRefused::forbidden);
		Optional<TopicName> topic = this.destinations.topicOf(path);
		if (topic.isPresent()) {
			this.topics.readable(user, topic.get());
		}
		else if (this.destinations.mightReachTopics(path)) {
			throw DestinationRefused.pattern();
		}
	}

	/** The part of a subscribed destination after its prefix. */
	static Optional<String> broadcast(String destination) {
		if (destination.startsWith(Destinations.TOPIC)) {
			return Optional.of(destination.substring(Destinations.TOPIC.length()));
		}
		return destination.startsWith(Destinations.APP) ? Optional.of(destination.substring(Destinations.APP.length()))
				: Optional.empty();
	}

}
