package chat.hubbub.topic;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.account.AccountDeparting;
import chat.hubbub.account.RightMissing;
import chat.hubbub.account.User;
import chat.hubbub.bus.Bus;
import chat.hubbub.words.Phrase;

/**
 * The changes of topics and of their members, by users with the right to make them.
 * Thread-safe; a change waits until the previous change has been stored and published.
 */
@Component
public class TopicChanges {

	private final StoredTopics stored;

	private final Topics topics;

	private final TopicStore store;

	private final ConversationStore conversations;

	private final TopicProperties properties;

	private final TransactionOperations transaction;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final Bus bus;

	private final Object turn = new Object();

	TopicChanges(StoredTopics stored, Topics topics, TopicStore store, ConversationStore conversations,
			TopicProperties properties, TransactionOperations transaction, Clock clock,
			ApplicationEventPublisher events, Bus bus) {
		this.stored = stored;
		this.topics = topics;
		this.store = store;
		this.conversations = conversations;
		this.properties = properties;
		this.transaction = transaction;
		this.clock = clock;
		this.events = events;
		this.bus = bus;
	}

	/**
	 * Creates a topic and publishes {@link TopicCreated}. A creator with an account
	 * becomes its moderator.
	 * @param creator the user who creates it
	 * @param topic the new topic
	 * @return the topic and its members
	 * @throws RightMissing if the user may not create topics, or only open ones without
	 * announcements
	 * @throws IllFormedTopic if the name is reserved
	 * @throws TopicExists if a topic of that name exists
	 */
	public Rights create(User creator, Topic topic) {
		Long account = creator.account();
		if (creator.role().compareTo(this.properties.topicsBy()) < 0) {
			throw new RightMissing(Phrase.of("right.topics"));
		}
		if (account == null && (topic.access() != Access.OPEN || topic.announcements())) {
			throw new RightMissing(Phrase.of("right.guest-topics"));
		}
		if (topic.name().isReserved()) {
			throw IllFormedTopic.reserved();
		}
		Rights rights = new Rights(topic, (account != null) ? Map.of(account, Standing.MODERATOR) : Map.of());
		synchronized (this.turn) {
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
		this.bus.announce(new TopicStored(rights.topic().name()));
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
		return change(moderator, name, (stored) -> this.topics.moderated(moderator, name, stored), (rights) -> {
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
		change(moderator, name, (stored) -> this.topics.moderated(moderator, name, stored), (rights) -> {
			this.store.invite(name, account, standing);
			return rights.with(account, standing);
		});
	}

	/**
	 * Removes an account from a topic and publishes {@link TopicChanged}. Members may
	 * remove themselves, as do the participants of a conversation who leave it. Does
	 * nothing if the account is not a member.
	 * @param user the user who removes it
	 * @param name the topic's name
	 * @param account the number of the account
	 * @throws TopicNotFound if there is no such topic that the user may know of
	 * @throws RightMissing if the user may not moderate it
	 */
	public void dismiss(User user, TopicName name, long account) {
		boolean oneself = user.account() != null && user.account() == account;
		change(user, name,
				(stored) -> oneself ? this.topics.known(user, name, stored) : this.topics.moderated(user, name, stored),
				dismissal(name, account));
	}

	/** Removes a deleted account from all topics. */
	@EventListener
	void forget(AccountDeparting gone) {
		long account = gone.account().id();
		List.copyOf(this.stored.invitations(account))
			.forEach((name) -> change(null, name, Objects::requireNonNull, dismissal(name, account)));
	}

	private UnaryOperator<Rights> dismissal(TopicName name, long account) {
		return (rights) -> {
			this.store.dismiss(name, account);
			if (rights.isDirect()) {
				this.conversations.depart(name, account);
			}
			return rights.without(account);
		};
	}

	/**
	 * The memory decides first, which costs little. Another node may have changed the
	 * topic just now, so the stored rights decide again, and they are what is changed.
	 */
	private Rights change(@Nullable User by, TopicName name, Door door, UnaryOperator<Rights> change) {
		synchronized (this.turn) {
			door.enter(this.stored.get(name));
			Rights after = this.transaction.execute((status) -> store(name, door, change, by));
			this.bus.publish(new TopicStored(name));
			return after;
		}
	}

	private Rights store(TopicName name, Door door, UnaryOperator<Rights> change, @Nullable User by) {
		Rights before = door.enter(this.store.lock(name).orElse(null));
		Rights after = change.apply(before);
		if (by != null) {
			this.events.publishEvent(new TopicChanging(before, after, by));
		}
		this.bus.announce(new TopicStored(name));
		return after;
	}

	/** Refuses those who may not change a topic. */
	@FunctionalInterface
	private interface Door {

		Rights enter(@Nullable Rights rights);

	}

}
