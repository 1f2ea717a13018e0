package chat.hubbub.topic;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import chat.hubbub.account.RightMissing;
import chat.hubbub.account.User;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/**
 * The topics as users see them, and the only place that decides on their rights: to read,
 * to post and to moderate. Thread-safe; no query about rights waits or reads from the
 * store.
 */
@Component
public class Topics {

	private final StoredTopics topics;

	private final TopicStore store;

	private final Discipline discipline;

	private final Listings listings;

	private final Blocking blocking;

	Topics(StoredTopics topics, TopicStore store, Discipline discipline, Listings listings, Blocking blocking) {
		this.topics = topics;
		this.store = store;
		this.discipline = discipline;
		this.listings = listings;
		this.blocking = blocking;
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
		return known(user, name).topic().name();
	}

	/**
	 * Checks that a user may post to a topic.
	 * @param user the user
	 * @param name the topic's name
	 * @return the name of the existing topic
	 * @throws TopicNotFound if there is no such topic that the user may know of
	 * @throws RightMissing if only its moderators may post
	 * @throws Refusal if the user is muted, or banned from it, or if the message would
	 * reach no other person in the conversation
	 */
	public TopicName postable(User user, TopicName name) {
		Rights rights = known(user, name);
		if (!rights.mayPost(user)) {
			throw rights.isDirect() ? new ConversationClosed() : new RightMissing(Phrase.of("right.announcements"));
		}
		refuse(this.discipline.muted(user, name));
		refuseIfBlocked(user, rights);
		return rights.topic().name();
	}

	/**
	 * Checks that a user may answer to messages of a topic without a message, such as by
	 * a reaction.
	 * @param user the user
	 * @param name the topic's name
	 * @return the name of the existing topic
	 * @throws TopicNotFound if there is no such topic that the user may know of
	 * @throws Refusal if the user is muted, or banned from it
	 */
	public TopicName answerable(User user, TopicName name) {
		Rights rights = known(user, name);
		refuse(this.discipline.muted(user, name));
		refuseIfBlocked(user, rights);
		return rights.topic().name();
	}

	/**
	 * Two people do not write to each other if one has blocked the other. In larger
	 * conversations a message also has other readers.
	 */
	private void refuseIfBlocked(User user, Rights rights) {
		Long account = user.account();
		if (!rights.isDirect() || account == null || rights.people().size() != 2) {
			return;
		}
		for (long other : rights.people().keySet()) {
			if (this.blocking.blocks(account, other)) {
				throw new PersonBlocked();
			}
			if (this.blocking.blocks(other, account)) {
				throw new ConversationClosed();
			}
		}
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
		return moderated(user, name, this.topics.find(name));
	}

	/** The same by rights that were just read from the store. */
	Rights moderated(User user, TopicName name, @Nullable Rights stored) {
		Rights rights = known(user, name, stored);
		if (!rights.mayModerate(user)) {
			throw new RightMissing(rights.isDirect() ? Phrase.of("right.conversation") : Phrase.of("right.moderators"));
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
		Rights rights = this.topics.find(name);
		return rights != null && rights.mayRead(user) && !isBanned(user, name);
	}

	/**
	 * Finds a topic.
	 * @param user the user
	 * @param name the topic's name
	 * @return the topic, or empty if there is no such topic that the user may read
	 */
	public Optional<Topic> find(User user, TopicName name) {
		Rights rights = this.topics.find(name);
		return (rights != null && mayRead(user, name)) ? Optional.of(rights.topic()) : Optional.empty();
	}

	/**
	 * Whether a user may moderate a topic.
	 * @param user the user
	 * @param name the topic's name
	 * @return {@code false} also if there is no such topic
	 */
	public boolean mayModerate(User user, TopicName name) {
		Rights rights = this.topics.find(name);
		return rights != null && rights.mayModerate(user) && !isBanned(user, name);
	}

	/**
	 * The topics that a user may read, from memory, and with them the conversations of
	 * the user.
	 * @param reader the user
	 * @return a copy in no order
	 */
	public List<Topic> readable(User reader) {
		return this.topics.readable(reader)
			.stream()
			.filter((name) -> mayRead(reader, name))
			// Everybody may have left a conversation meanwhile.
			.flatMap((name) -> Stream.ofNullable(this.topics.find(name)))
			.map(Rights::topic)
			.toList();
	}

	/**
	 * The users who may read a topic, if they are few.
	 * @param name the topic's name
	 * @return the {@linkplain User#keys() names} of all who may read a private topic or a
	 * conversation, and possibly of some who may not; empty for a topic that everybody or
	 * every account may read
	 */
	public Optional<Set<String>> readers(TopicName name) {
		Rights rights = this.topics.find(name);
		if (rights == null) {
			return Optional.of(Set.of());
		}
		if (!rights.topic().access().isByInvitation()) {
			return Optional.empty();
		}
		Set<String> keys = new HashSet<>(rights.keys());
		if (!rights.isDirect()) {
			keys.add(User.ADMINS);
		}
		return Optional.of(keys);
	}

	/**
	 * Lists the topics that a user may read, without conversations.
	 * @param reader the user
	 * @return a copy, the oldest first
	 */
	List<Listing> all(User reader) {
		return this.store.heads(this.topics.readable(reader))
			.stream()
			.filter((head) -> !head.topic().isDirect())
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

	private Listing listing(User reader, TopicName name, long head) {
		return this.listings.of(known(reader, name), reader, head);
	}

	/**
	 * A topic that a user may read. For a user, a topic that they may not read does not
	 * exist.
	 * @throws TopicNotFound if there is no such topic that the user may know of
	 * @throws Refusal if the user is banned from it
	 */
	Rights known(User user, TopicName name) {
		return known(user, name, this.topics.find(name));
	}

	/** The same by rights that were just read from the store. */
	Rights known(User user, TopicName name, @Nullable Rights rights) {
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

}
