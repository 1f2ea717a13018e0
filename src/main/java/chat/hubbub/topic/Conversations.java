package chat.hubbub.topic;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import chat.hubbub.account.Account;
import chat.hubbub.account.SignInRequired;
import chat.hubbub.account.User;
import chat.hubbub.bus.Bus;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Conversations: topics that belong to two to eight accounts, and that no other user can
 * find. Each set of people has one, until somebody leaves it. An empty one is seen only
 * by the account that opened it. Thread-safe.
 */
@Component
public class Conversations {

	static final int MAX_PEOPLE = 8;

	/** An account may open so many more, until it posts to some of them. */
	static final int MAX_EMPTY = 50;

	/** All topics are in memory, so an account may start no more, until some end. */
	static final int MAX_STARTED = 500;

	private final StoredTopics stored;

	private final TopicStore topics;

	private final ConversationStore store;

	private final Listings listings;

	private final Blocking blocking;

	private final TransactionOperations transaction;

	private final Clock clock;

	private final Bus bus;

	Conversations(StoredTopics stored, TopicStore topics, ConversationStore store, Listings listings, Blocking blocking,
			TransactionOperations transaction, Clock clock, Bus bus) {
		this.stored = stored;
		this.topics = topics;
		this.store = store;
		this.listings = listings;
		this.blocking = blocking;
		this.transaction = transaction;
		this.clock = clock;
		this.bus = bus;
	}

	/**
	 * Opens the conversation of a user and others; creates it if it does not exist.
	 * @param opener the user
	 * @param others the numbers of the other accounts; may contain that of the user
	 * @return the conversation
	 * @throws SignInRequired if the user is a guest
	 * @throws IllFormedConversation if these are too few people or too many
	 * @throws ConversationLimit if the user has opened too many without a message, or has
	 * started too many
	 * @throws ConversationClosed if it would be a new one of three or more, and one of
	 * them has blocked the user
	 */
	Listing open(User opener, Collection<Long> others) {
		long account = account(opener);
		Set<Long> people = new TreeSet<>(others);
		people.add(account);
		if (people.size() < 2 || people.size() > MAX_PEOPLE) {
			throw new IllFormedConversation();
		}
		Opened opened = findOrCreate(account, people);
		if (opened.news()) {
			this.bus.publish(new TopicStored(opened.topic()));
			this.bus.publish(new ConversationShown(opened.topic()));
		}
		return this.listings.of(this.stored.get(opened.topic()), opener, this.topics.head(opened.topic()));
	}

	private Opened findOrCreate(long account, Set<Long> people) {
		try {
			return this.transaction.execute((status) -> announced(account, people));
		}
		catch (DuplicateKeyException ex) {
			// Another node has created it in between.
			return this.transaction.execute((status) -> announced(account, people));
		}
	}

	private Opened announced(long account, Set<Long> people) {
		Opened opened = store(account, people);
		if (opened.news()) {
			this.bus.announce(new TopicStored(opened.topic()));
			this.bus.announce(new ConversationShown(opened.topic()));
		}
		return opened;
	}

	private Opened store(long account, Set<Long> people) {
		TopicName found = this.store.find(people).orElse(null);
		if (found != null) {
			return new Opened(found, this.store.show(found, account) || this.stored.find(found) == null);
		}
		refuse(account, people);
		TopicName name = TopicName.direct();
		Map<Long, Standing> members = people.stream()
			.collect(Collectors.toMap(Function.identity(), (person) -> Standing.MEMBER));
		this.topics.insert(new Rights(new Topic(name, "", "", Access.DIRECT, false), members), this.clock.instant());
		this.store.insert(name, people, account);
		return new Opened(name, true);
	}

	/** A user must not reach a person who has blocked the user through a third one. */
	private void refuse(long account, Set<Long> people) {
		if (people.size() > 2 && people.stream().anyMatch((person) -> this.blocking.blocks(person, account))) {
			throw new ConversationClosed();
		}
		if (this.store.countEmpty(account) >= MAX_EMPTY) {
			throw ConversationLimit.empty();
		}
		if (this.store.countStarted(account) >= MAX_STARTED) {
			throw ConversationLimit.started();
		}
	}

	/**
	 * The conversations of a user.
	 * @return a copy, the one with the newest event first
	 * @throws SignInRequired if the user is a guest
	 */
	List<Listing> of(User user) {
		return this.store.of(account(user)).stream().flatMap((head) -> listing(user, head).stream()).toList();
	}

	private List<Listing> listing(User user, Head head) {
		Rights rights = this.stored.find(head.topic());
		return (rights != null && rights.mayRead(user)) ? List.of(this.listings.of(rights, user, head.seq()))
				: List.of();
	}

	/**
	 * The people to tell of a message in a conversation: the others, except those who
	 * have blocked its author.
	 * @param topic its topic
	 * @param author the login of the author
	 * @return the {@linkplain Account#key() keys} of their accounts
	 */
	public Set<String> addressees(TopicName topic, String author) {
		Rights rights = this.stored.find(topic);
		long sender = Account.ofKey(author).orElse(0L);
		return (rights == null) ? Set.of()
				: rights.people()
					.keySet()
					.stream()
					.filter((person) -> person != sender && !this.blocking.blocks(person, sender))
					.map(Account::key)
					.collect(Collectors.toSet());
	}

	/**
	 * A conversation has its first message: all its people see it from now on.
	 * @param topic its topic
	 */
	public void begin(TopicName topic) {
		this.transaction.executeWithoutResult((status) -> this.bus.announce(new ConversationShown(topic)));
		this.bus.publish(new ConversationShown(topic));
	}

	private static long account(User user) {
		Long account = user.account();
		if (account == null) {
			throw new SignInRequired();
		}
		return account;
	}

	/**
	 * The outcome of opening a conversation.
	 *
	 * @param topic its topic
	 * @param news whether somebody sees it who did not see it before
	 */
	private record Opened(TopicName topic, boolean news) {

	}

}
