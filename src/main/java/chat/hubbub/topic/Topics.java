package chat.hubbub.topic;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.account.AccountDeparting;
import chat.hubbub.account.RightMissing;
import chat.hubbub.account.User;
import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Bus;
import chat.hubbub.refusal.Refusal;

/**
 * All topics, and the only place that decides on their rights: to read, to post and to
 * moderate. Topics are few and rarely change, so they are kept in memory and a query
 * costs no I/O. Thread-safe. A change waits until the previous change has been stored and
 * published; queries never wait.
 */
@Component
public class Topics {

	private final TopicStore store;

	private final TopicProperties properties;

	private final TransactionOperations transaction;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final Bus bus;

	private final Discipline discipline;

	private final TopicIndex topics = new TopicIndex();

	private final Object changes = new Object();

	Topics(TopicStore store, TopicProperties properties, TransactionOperations transaction, Clock clock,
			ApplicationEventPublisher events, Bus bus, Discipline discipline) {
		this.store = store;
		this.properties = properties;
		this.transaction = transaction;
		this.clock = clock;
		this.events = events;
		this.bus = bus;
		this.discipline = discipline;
		store.insert(new Rights(new Topic(TopicName.LOBBY, "Lobby", "Where everybody meets"), Map.of()),
				clock.instant());
		properties.topics().forEach(this::bringUpToDate);
		store.rights().forEach(this.topics::put);
		bus.receive(TopicStored.class, (fact) -> readAnew(fact.topic()));
		bus.receive(AnythingChanged.class, (fact) -> readAllAnew());
	}

	/**
	 * Checks that a user may read a topic.
	 * @param user the user
	 * @param name the topic's name
	 * @return the name of the existing topic
	 * @throws TopicNotFound if there is no such topic that the user may know of
	 * @throws Refusal if the user is banned from it
	 */
	public TopicName readable(User user, TopicName name) {
		return find(user, name).topic().name();
	}

	/**
	 * Checks that a user may post to a topic.
	 * @param user the user
	 * @param name the topic's name
	 * @return the name of the existing topic
	 * @throws TopicNotFound if there is no such topic that the user may know of
	 * @throws RightMissing if only its moderators may post
	 * @throws Refusal if the user is muted, or banned from it
	 */
	public TopicName postable(User user, TopicName name) {
		Rights rights = find(user, name);
		if (!rights.mayPost(user)) {
			throw new RightMissing("Only the moderators of this topic may post to it.");
		}
		refuse(this.discipline.muted(user, name));
		return rights.topic().name();
	}

	/**
	 * Checks that a user may moderate a topic.
	 * @param user the user
	 * @param name the topic's name
	 * @return the topic and its members
	 * @throws TopicNotFound if there is no such topic that the user may know of
	 * @throws RightMissing if the user may not moderate it
	 */
	public Rights moderated(User user, TopicName name) {
		Rights rights = find(user, name);
		if (!rights.mayModerate(user)) {
			throw new RightMissing("Only the moderators of this topic may do that.");
		}
		return rights;
	}

	/**
	 * Whether a user may read a topic.
	 * @param user the user
	 * @param name the topic's name
	 * @return {@code false} also if there is no such topic
	 */
	public boolean mayRead(User user, TopicName name) {
		Rights rights = this.topics.get(name);
		return rights != null && rights.mayRead(user) && !isBanned(user, name);
	}

	/**
	 * Whether a user may moderate a topic.
	 * @param user the user
	 * @param name the topic's name
	 * @return {@code false} also if there is no such topic
	 */
	public boolean mayModerate(User user, TopicName name) {
		Rights rights = this.topics.get(name);
		return rights != null && rights.mayModerate(user) && !isBanned(user, name);
	}

	/**
	 * Creates a topic and publishes {@link TopicCreated}. A creator with an account
	 * becomes its moderator.
	 * @param creator the user who creates it
	 * @param topic the new topic
	 * @return the topic and its members
	 * @throws RightMissing if the user may not create topics, or only open ones without
	 * announcements
	 * @throws TopicExists if a topic of that name exists
	 */
	public Rights create(User creator, Topic topic) {
		Long account = creator.account();
		if (creator.role().compareTo(this.properties.topicsBy()) < 0) {
			throw new RightMissing("You may not create topics on this server.");
		}
		if (account == null && (topic.access() != Access.OPEN || topic.announcements())) {
			throw new RightMissing("Guests may create only open topics without announcements.");
		}
		Rights rights = new Rights(topic, (account != null) ? Map.of(account, Standing.MODERATOR) : Map.of());
		synchronized (this.changes) {
			this.transaction.executeWithoutResult((status) -> store(rights, creator));
			this.bus.publish(new TopicStored(topic.name()));
		}
		return rights;
	}

	private void store(Rights rights, User creator) {
		if (!this.store.insert(rights, this.clock.instant())) {
			throw new TopicExists(rights.topic().name());
		}
		this.events.publishEvent(new TopicCreating(rights.topic(), creator));
	}

	/**
	 * Changes a topic's settings and publishes {@link TopicChanged}.
	 * @param moderator the user who changes them
	 * @param name the topic's name
	 * @param change computes the new topic from the old one; keeps its name
	 * @return the topic and its members
	 * @throws TopicNotFound if there is no such topic that the user may know of
	 * @throws RightMissing if the user may not moderate it
	 */
	public Rights change(User moderator, TopicName name, UnaryOperator<Topic> change) {
		return change(moderator, () -> moderated(moderator, name), (rights) -> {
			Topic changed = change.apply(rights.topic());
			this.store.update(changed);
			return rights.with(changed);
		});
	}

	/**
	 * Invites an account to a topic or changes its role there, and publishes
	 * {@link TopicChanged}.
	 * @param moderator the user who invites it
	 * @param name the topic's name
	 * @param account the number of the invited account
	 * @param standing its new role
	 * @throws TopicNotFound if there is no such topic that the user may know of
	 * @throws RightMissing if the user may not moderate it
	 */
	public void invite(User moderator, TopicName name, long account, Standing standing) {
		change(moderator, () -> moderated(moderator, name), (rights) -> {
			this.store.invite(name, account, standing);
			return rights.with(account, standing);
		});
	}

	/**
	 * Removes an account from a topic and publishes {@link TopicChanged}. Members may
	 * remove themselves. Does nothing if the account is not a member.
	 * @param user the user who removes it
	 * @param name the topic's name
	 * @param account the number of the account
	 * @throws TopicNotFound if there is no such topic that the user may know of
	 * @throws RightMissing if the user may not moderate it
	 */
	public void dismiss(User user, TopicName name, long account) {
		boolean oneself = user.account() != null && user.account() == account;
		change(user, () -> oneself ? find(user, name) : moderated(user, name), dismissal(name, account));
	}

	/** Removes a deleted account from all topics. */
	@EventListener
	void forget(AccountDeparting gone) {
		long account = gone.account().id();
		List.copyOf(this.topics.invitations(account))
			.forEach((name) -> change(null, () -> rights(name), dismissal(name, account)));
	}

	/**
	 * The topics that a user may read, from memory.
	 * @param reader the user
	 * @return a copy in no order
	 */
	public List<Topic> readable(User reader) {
		return this.topics.readable(reader)
			.stream()
			.filter((name) -> mayRead(reader, name))
			.map((name) -> rights(name).topic())
			.toList();
	}

	/**
	 * Lists the topics that a user may read.
	 * @param reader the user
	 * @return a copy, the oldest first
	 */
	List<Listing> all(User reader) {
		return this.store.heads(this.topics.readable(reader))
			.stream()
			.filter((head) -> mayRead(reader, head.topic()))
			.map((head) -> listing(reader, head.topic(), head.seq()))
			.toList();
	}

	/**
	 * A topic as a user sees it.
	 * @param reader the user
	 * @param name its name
	 * @throws TopicNotFound if there is no such topic that the user may know of
	 */
	Listing one(User reader, TopicName name) {
		return listing(reader, readable(reader, name), this.store.head(name));
	}

	/** Whether a user is banned from a topic. */
	boolean isBanned(User user, TopicName name) {
		return this.discipline.banned(user, name).isPresent();
	}

	/** An existing topic and its members. */
	Rights rights(TopicName name) {
		Rights rights = this.topics.get(name);
		if (rights == null) {
			throw new TopicNotFound(name);
		}
		return rights;
	}

	private UnaryOperator<Rights> dismissal(TopicName name, long account) {
		return (rights) -> {
			this.store.dismiss(name, account);
			return rights.without(account);
		};
	}

	private Listing listing(User reader, TopicName name, long head) {
		return Listing.of(find(reader, name), reader, head);
	}

	private Rights change(@Nullable User by, Supplier<Rights> door, UnaryOperator<Rights> change) {
		synchronized (this.changes) {
			Rights before = door.get();
			Rights after = this.transaction.execute((status) -> store(before, change, by));
			this.bus.publish(new TopicStored(before.topic().name()));
			return after;
		}
	}

	private Rights store(Rights before, UnaryOperator<Rights> change, @Nullable User by) {
		Rights after = change.apply(before);
		if (by != null) {
			this.events.publishEvent(new TopicChanging(before, after, by));
		}
		return after;
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

	private void replace(Rights after) {
		Rights before = this.topics.put(after);
		if (before == null) {
			this.events.publishEvent(new TopicCreated(after));
		}
		else if (!before.equals(after)) {
			this.events.publishEvent(new TopicChanged(before, after));
		}
	}

	/** For a user, a topic that they may not read does not exist. */
	private Rights find(User user, TopicName name) {
		Rights rights = this.topics.get(name);
		if (rights == null || !rights.mayRead(user)) {
			throw new TopicNotFound(name);
		}
		refuse(this.discipline.banned(user, name));
		return rights;
	}

	private static void refuse(Optional<Refusal> refusal) {
		if (refusal.isPresent()) {
			throw refusal.get();
		}
	}

	private void bringUpToDate(TopicProperties.Line line) {
		Topic configured = line.topic(this.store.find(line.topicName()));
		if (!this.store.insert(new Rights(configured, Map.of()), this.clock.instant())) {
			this.store.update(configured);
		}
	}

}
