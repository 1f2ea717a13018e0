package chat.hubbub.topic;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.account.AccountDeleted;
import chat.hubbub.account.RightMissing;
import chat.hubbub.account.User;
import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Bus;
import chat.hubbub.refusal.Refusal;

/**
 * All topics, and the one door to each: who wants to read, post or moderate asks here
 * first. Topics are few and change seldom, so they are kept in memory and an answer costs
 * no I/O. Thread-safe; a change waits for the one before it to be stored and told, and no
 * question waits for a change.
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

	private final Map<TopicName, Rights> topics = new ConcurrentHashMap<>();

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
		store.rights().forEach((rights) -> this.topics.put(rights.topic().name(), rights));
		bus.receive(TopicStored.class, (fact) -> readAnew(fact.topic()));
		bus.receive(AnythingChanged.class, (fact) -> readAllAnew());
	}

	/**
	 * Lets somebody in who wants to read a topic.
	 * @param user who
	 * @param name the topic's name
	 * @return the same name, now known to be a topic's that they may read
	 * @throws TopicNotFound if there is none of that name, or if they may not know
	 * @throws Refusal if they are banned from it
	 */
	public TopicName readable(User user, TopicName name) {
		return find(user, name).topic().name();
	}

	/**
	 * Lets somebody in who wants to post to a topic.
	 * @param user who
	 * @param name the topic's name
	 * @return the same name, now known to be a topic's that they may post to
	 * @throws TopicNotFound if there is none of that name, or if they may not know
	 * @throws RightMissing if only its moderators may
	 * @throws Refusal if they are muted, or banned from it
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
	 * Lets somebody in who wants to look after a topic.
	 * @param user who
	 * @param name the topic's name
	 * @return the topic and its people
	 * @throws TopicNotFound if there is none of that name, or if they may not know
	 * @throws RightMissing if only its moderators may
	 */
	public Rights moderated(User user, TopicName name) {
		Rights rights = find(user, name);
		if (!rights.mayModerate(user)) {
			throw new RightMissing("Only the moderators of this topic may do that.");
		}
		return rights;
	}

	/**
	 * Whether somebody may read a topic.
	 * @param user who
	 * @param name the topic's name
	 * @return {@code false} also if there is none of that name
	 */
	public boolean mayRead(User user, TopicName name) {
		Rights rights = this.topics.get(name);
		return rights != null && rights.mayRead(user) && !isBanned(user, name);
	}

	/**
	 * Whether somebody may look after a topic.
	 * @param user who
	 * @param name the topic's name
	 * @return {@code false} also if there is none of that name
	 */
	public boolean mayModerate(User user, TopicName name) {
		Rights rights = this.topics.get(name);
		return rights != null && rights.mayModerate(user) && !isBanned(user, name);
	}

	/**
	 * Creates a topic, with its creator as moderator if they have an account, and
	 * publishes {@link TopicCreated}.
	 * @param creator who creates it
	 * @param topic the new topic
	 * @return the topic and its people
	 * @throws RightMissing if they may not create topics, or none that is not for
	 * everybody
	 * @throws TopicExists if there is one of that name already
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
	 * Changes a topic's settings, and publishes {@link TopicChanged}.
	 * @param moderator who changes them
	 * @param name the topic's name
	 * @param change makes the new topic of the old one; keeps its name
	 * @return the topic and its people
	 * @throws TopicNotFound if there is none of that name, or if they may not know
	 * @throws RightMissing if only its moderators may
	 */
	public Rights change(User moderator, TopicName name, UnaryOperator<Topic> change) {
		return change(moderator, () -> moderated(moderator, name), (rights) -> {
			Topic changed = change.apply(rights.topic());
			this.store.update(changed);
			return rights.with(changed);
		});
	}

	/**
	 * Invites somebody to a topic, or changes what they are there, and publishes
	 * {@link TopicChanged}.
	 * @param moderator who invites them
	 * @param name the topic's name
	 * @param account the number of the account that is invited
	 * @param standing what it shall be
	 * @throws TopicNotFound if there is none of that name, or if they may not know
	 * @throws RightMissing if only its moderators may
	 */
	public void invite(User moderator, TopicName name, long account, Standing standing) {
		change(moderator, () -> moderated(moderator, name), (rights) -> {
			this.store.invite(name, account, standing);
			return rights.with(account, standing);
		});
	}

	/**
	 * Takes somebody out of a topic, and publishes {@link TopicChanged}. Everybody may
	 * take out themselves. Who is not in is ignored.
	 * @param user who does it
	 * @param name the topic's name
	 * @param account the number of the account that is taken out
	 * @throws TopicNotFound if there is none of that name, or if they may not know
	 * @throws RightMissing if only its moderators may
	 */
	public void dismiss(User user, TopicName name, long account) {
		boolean oneself = user.account() != null && user.account() == account;
		change(user, () -> oneself ? find(user, name) : moderated(user, name), dismissal(name, account));
	}

	/** Takes somebody out of all topics whose account is gone. */
	@EventListener
	void forget(AccountDeleted gone) {
		long account = gone.account().id();
		this.topics.values()
			.stream()
			.filter((rights) -> rights.people().containsKey(account))
			.map((rights) -> rights.topic().name())
			.forEach((name) -> change(null, () -> this.topics.get(name), dismissal(name, account)));
	}

	/**
	 * The topics that somebody may read, from memory.
	 * @param reader who
	 * @return a copy in no order
	 */
	public List<Topic> readable(User reader) {
		return this.topics.values()
			.stream()
			.map(Rights::topic)
			.filter((topic) -> mayRead(reader, topic.name()))
			.toList();
	}

	/**
	 * Lists the topics that somebody may read.
	 * @param reader who
	 * @return a copy, the eldest first
	 */
	List<Listing> all(User reader) {
		return this.store.heads()
			.stream()
			.filter((head) -> mayRead(reader, head.topic()))
			.map((head) -> listing(reader, head.topic(), head.seq()))
			.toList();
	}

	/**
	 * A topic as somebody sees it.
	 * @param reader who
	 * @param name its name
	 * @throws TopicNotFound if there is none of that name, or if they may not know
	 */
	Listing one(User reader, TopicName name) {
		return listing(reader, readable(reader, name), this.store.head(name));
	}

	/** Whether moderators keep somebody out of a topic that they else might read. */
	boolean isBanned(User user, TopicName name) {
		return this.discipline.banned(user, name).isPresent();
	}

	/** A topic that is there, and its people. */
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
		Rights before = this.topics.put(after.topic().name(), after);
		if (before == null) {
			this.events.publishEvent(new TopicCreated(after));
		}
		else if (!before.equals(after)) {
			this.events.publishEvent(new TopicChanged(before, after));
		}
	}

	/** A topic that somebody may not read is not there for them. */
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
