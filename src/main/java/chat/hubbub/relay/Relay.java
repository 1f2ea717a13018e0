package chat.hubbub.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import chat.hubbub.message.Event;
import chat.hubbub.message.EventLog;
import chat.hubbub.message.Follower;
import chat.hubbub.message.LogEntry;
import chat.hubbub.topic.TopicName;

/**
 * Publishes each event to RabbitMQ, in the order of its topic and at least once. While
 * RabbitMQ is away it waits and repeats, as every follower does.
 */
final class Relay implements Follower, MeterBinder {

	private static final Logger logger = LoggerFactory.getLogger(Relay.class);

	/**
	 * The events of one step are repeated after a fault, and are on their way at once.
	 */
	private static final int MAX_EVENTS = 100;

	private final EventExchange exchange;

	private final EventLog log;

	private final PublicTopics topics;

	private final Supplier<String> epoch;

	private final JsonMapper json;

	private final AtomicLong published = new AtomicLong();

	private final AtomicLong omitted = new AtomicLong();

	/**
	 * A relay.
	 * @param epoch the present epoch of the store
	 */
	Relay(EventExchange exchange, EventLog log, PublicTopics topics, Supplier<String> epoch, JsonMapper json) {
		this.exchange = exchange;
		this.log = log;
		this.topics = topics;
		this.epoch = epoch;
		this.json = json;
	}

	@Override
	public String name() {
		return "relay";
	}

	/** The queues of readers are made for events to come. */
	@Override
	public Start start() {
		return Start.NEWEST_EVENT;
	}

	@Override
	public int maxEntries() {
		return MAX_EVENTS;
	}

	@Override
	public Step follow(List<LogEntry> entries) throws InterruptedException {
		relay(Stretch.of(entries));
		return Step.NO_ROWS;
	}

	private void relay(List<Stretch> stretches) throws InterruptedException {
		// It may take long, and texts may be erased meanwhile: so connect, then read.
		this.exchange.open();
		List<EventMessage> messages = read(stretches);
		try {
			this.exchange.publish(messages);
			this.published.addAndGet(messages.size());
		}
		catch (EventTooLarge ex) {
			relayInParts(stretches);
		}
	}

	/** Finds the events that are too large. */
	private void relayInParts(List<Stretch> stretches) throws InterruptedException {
		if (stretches.size() > 1) {
			for (Stretch stretch : stretches) {
				relay(List.of(stretch));
			}
			return;
		}
		Stretch stretch = stretches.get(0);
		if (stretch.isSingle()) {
			omit(stretch.topic(), stretch.first());
			return;
		}
		for (Stretch half : stretch.halves()) {
			relay(List.of(half));
		}
	}

	private void omit(TopicName topic, long seq) throws InterruptedException {
		try {
			this.exchange.publish(List.of(EventMessage.omitted(topic, seq, this.epoch.get(), this.json)));
		}
		catch (EventTooLarge ex) {
			throw new RelayUnable("RabbitMQ takes only messages that are too small for any event", ex);
		}
		this.omitted.incrementAndGet();
		logger.warn("Event {} of {} is too large for RabbitMQ (max_message_size); its place is published as omitted",
				seq, topic);
	}

	/**
	 * The messages of events in their present state. Whether the topics are public is
	 * read after the events, because an event may be newer than its topic's access.
	 */
	private List<EventMessage> read(List<Stretch> stretches) {
		List<Event> events = new ArrayList<>();
		stretches.forEach((stretch) -> read(stretch, events));
		Set<TopicName> open = this.topics.among(stretches.stream().map(Stretch::topic).toList());
		String now = this.epoch.get();
		return events.stream()
			.filter((event) -> open.contains(event.topicName()))
			.map((event) -> EventMessage.of(event, now, this.json))
			.toList();
	}

	private void read(Stretch stretch, List<Event> events) {
		long position = stretch.first() - 1;
		while (position < stretch.last()) {
			List<LogEntry> page = this.log.after(stretch.topic(), position, (int) (stretch.last() - position));
			if (page.isEmpty()) {
				throw new IllegalStateException("The topic " + stretch.topic() + " has no events after " + position);
			}
			page.forEach((entry) -> events.add(entry.event()));
			position += page.size();
		}
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		FunctionCounter.builder("hubbub.relay.published", this.published, AtomicLong::get).register(registry);
		FunctionCounter.builder("hubbub.relay.omitted", this.omitted, AtomicLong::get).register(registry);
	}

}
