package chat.hubbub.topic;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.account.User;
import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Bus;

/**
 * All topics in memory. Topics are few and rarely change, so that a query costs no I/O.
 * At the start it brings the configured topics up to date in the store; afterwards only
 * facts of the bus change it. Thread-safe; queries never wait.
 */
@Component
class StoredTopics {

	private final TopicStore store;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final TopicIndex topics = new TopicIndex();

	private final Object changes = new Object();

	/**
	 * The last states that all listeners know, of topics whose change was not told to
	 * all, because one of them has failed.
	 */
	private final Map<TopicName, Optional<Rights>> untold = new HashMap<>(0);

	StoredTopics(TopicStore store, TopicProperties properties, TransactionOperations transaction, Clock clock,
			ApplicationEventPublisher events, Bus bus) {
		this.store = store;
		this.clock = clock;
		this.events = events;
		store.insert(new Rights(Topic.lobby(), Map.of()), clock.instant());
		properties.topics().forEach((line) -> bringUpToDate(line, transaction, bus));
		store.rights().stream().filter((rights) -> !rights.isEnded()).forEach(this.topics::put);
		bus.receive(TopicStored.class, (fact) -> readAnew(fact.topic()));
		bus.receive(AnythingChanged.class, (fact) -> readAllAnew());
	}

	/** A topic and its members, or {@code null} if there is no such topic. */
	@Nullable Rights find(TopicName name) {
		return this.topics.get(name);
	}

	/**
	 * An existing topic and its members.
	 * @throws TopicNotFound if there is no such topic
	 */
	Rights get(TopicName name) {
		Rights rights = find(name);
		if (rights == null) {
			throw new TopicNotFound(name);
		}
		return rights;
	}

	/**
	 * The topics that a user may read, without regard to bans. It does not visit other
	 * topics.
	 */
	Set<TopicName> readable(User reader) {
		return this.topics.readable(reader);
	}

	/** The topics to which an account was invited; a live view. */
	Collection<TopicName> invitations(long account) {
		return this.topics.invitations(account);
	}

	private void readAnew(TopicName name) {
		synchronized (this.changes) {
			this.store.rights(name).ifPresent(this::replace);
		}
	}

	private void readAllAnew() {
		synchronized (this.changes) {
			this.store.rights().forEach(this::replace);
		}
	}

	/** If a listener fails, the fact comes again, and then all of them are told. */
	private void replace(Rights after) {
		TopicName name = after.topic().name();
		Rights former = after.isEnded() ? this.topics.remove(after) : this.topics.put(after);
		Optional<Rights> before = this.untold.computeIfAbsent(name, (unused) -> Optional.ofNullable(former));
		tell(before.orElse(null), after);
		this.untold.remove(name);
	}

	private void tell(@Nullable Rights before, Rights after) {
		if (before != null && !before.equals(after)) {
			this.events.publishEvent(new TopicChanged(before, after));
		}
		else if (before == null && !after.isEnded()) {
			this.events.publishEvent(new TopicCreated(after));
		}
	}

	/** Nodes that have started before may have another configuration. */
	private void bringUpToDate(TopicProperties.Line line, TransactionOperations transaction, Bus bus) {
		Optional<Topic> before = this.store.find(line.topicName());
		Topic configured = line.topic(before);
		if (!before.equals(Optional.of(configured))) {
			transaction.executeWithoutResult((status) -> {
				if (!this.store.insert(new Rights(configured, Map.of()), this.clock.instant())) {
					this.store.update(configured);
				}
				bus.announce(new TopicStored(configured.name()));
			});
		}
	}

}
