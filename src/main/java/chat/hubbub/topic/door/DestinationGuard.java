package chat.hubbub.topic.door;

import java.security.Principal;
import java.util.Optional;

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
 * The one place where the frames of clients are checked. What is not allowed here is
 * refused: a SEND goes to {@code /app/...} and nowhere else, so that nobody forges what
 * the server sends, and a SUBSCRIBE to {@code /topic/...}, {@code /app/...} and one's own
 * {@code /user/queue/...}. What belongs to a topic passes the topic's door. What else a
 * developer adds there is open to everybody who is connected and not muted. Thread-safe.
 */
@Component
class DestinationGuard implements Guard {

	private static final String LOBBY = "." + TopicName.LOBBY;

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
		// An empty segment would be skipped by who looks for a match.
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

	/** The lobby's destinations have no dot; they may be named with one too. */
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
		Optional<TopicName> topic = this.destinations.topicOf(destination.substring(Destinations.APP.length()));
		if (topic.isPresent()) {
			this.topics.postable(user, topic.get());
			return;
		}
		Optional<Refusal> muted = this.discipline.muted(user);
		if (muted.isPresent()) {
			throw muted.get();
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

	/** What stands behind the prefix of a destination that one subscribes to. */
	static Optional<String> broadcast(String destination) {
		if (destination.startsWith(Destinations.TOPIC)) {
			return Optional.of(destination.substring(Destinations.TOPIC.length()));
		}
		return destination.startsWith(Destinations.APP) ? Optional.of(destination.substring(Destinations.APP.length()))
				: Optional.empty();
	}

}
