package chat.hubbub.topic;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * All topics. They are few and change seldom, so their names are kept in memory and a
 * look-up costs no I/O. Thread-safe.
 */
@Component
public class Topics {

	private final TopicStore store;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final Map<TopicName, TopicName> names = new ConcurrentHashMap<>();

	Topics(TopicStore store, TopicProperties properties, Clock clock, ApplicationEventPublisher events) {
		this.store = store;
		this.clock = clock;
		this.events = events;
		ensure(new Topic(TopicName.LOBBY, "Lobby", "Where everybody meets"));
		properties.topics().stream().map(TopicProperties.Line::topic).forEach(this::bringUpToDate);
		store.all().forEach((listing) -> remember(new TopicName(listing.name())));
	}

	/**
	 * Finds a topic to read or to post to.
	 * @param name its name
	 * @return the same name, now known to be a topic's
	 * @throws TopicNotFound if there is none of that name
	 */
	public TopicName find(TopicName name) {
		TopicName known = this.names.get(name);
		if (known == null) {
			throw new TopicNotFound(name);
		}
		return known;
	}

	/**
	 * Creates a topic and publishes {@link TopicCreated}.
	 * @param topic the new topic
	 * @throws TopicExists if there is one of that name already
	 */
	public void create(Topic topic) {
		if (!this.store.insert(topic, this.clock.instant())) {
			throw new TopicExists(topic.name());
		}
		remember(topic.name());
		this.events.publishEvent(new TopicCreated(topic));
	}

	/**
	 * Lists all topics with their heads.
	 * @return a copy, the eldest first
	 */
	List<Listing> all() {
		return this.store.all();
	}

	private void bringUpToDate(Topic topic) {
		if (!ensure(topic)) {
			this.store.update(topic);
		}
	}

	private boolean ensure(Topic topic) {
		return this.store.insert(topic, this.clock.instant());
	}

	private void remember(TopicName name) {
		this.names.put(name, name);
	}

}
