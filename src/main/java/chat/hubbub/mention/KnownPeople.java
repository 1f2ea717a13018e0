package chat.hubbub.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.IllFormedName;
import chat.hubbub.account.PresentGuests;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.broker.Clients;
import chat.hubbub.message.Addressees;
import chat.hubbub.message.Mention;
import chat.hubbub.message.Mentions;
import chat.hubbub.presence.Attendees;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

/**
 * Finds accounts, and guests who are online on any node. Thread-safe. Answers from
 * memory; in a cluster, a text with unknown names takes one read from the store.
 */
@Component
class KnownPeople implements Addressees {

	private final Accounts accounts;

	private final Topics topics;

	private final Attendees attendees;

	private final Clients clients;

	private final PresentGuests guests;

	KnownPeople(Accounts accounts, Topics topics, Attendees attendees, Clients clients, PresentGuests guests) {
		this.accounts = accounts;
		this.topics = topics;
		this.attendees = attendees;
		this.clients = clients;
		this.guests = guests;
	}

	@Override
	public Mentions in(TopicName topic, User author, String text) {
		if (text.indexOf('@') < 0) {
			return Mentions.NONE;
		}
		List<Mention> mentions = find(topic, text);
		if (mentions.isEmpty()) {
			return Mentions.NONE;
		}
		boolean here = mentions.stream().anyMatch(Mention::here);
		return new Mentions(mentions, here ? present(topic, mentions, author) : List.of());
	}

	private List<Mention> find(TopicName topic, String text) {
		Set<Username> unknown = new LinkedHashSet<>();
		List<Mention> found = new Finder(text, (written) -> find(topic, written, (name) -> {
			unknown.add(name);
			return Optional.empty();
		})).find();
		Map<String, User> guests = guests(unknown);
		return guests.isEmpty() ? found
				: new Finder(text,
						(written) -> find(topic, written, (name) -> Optional.ofNullable(guests.get(name.key()))))
					.find();
	}

	/** Guests who are connected to other nodes, or not yet. */
	private Map<String, User> guests(Set<Username> names) {
		Map<String, User> guests = new HashMap<>();
		this.guests.named(names).forEach((name) -> guests.put(name.key(), User.guest(name, "")));
		return guests;
	}

	private Optional<Mention> find(TopicName topic, String written, Function<Username, Optional<User>> others) {
		if (Mention.isHere(written)) {
			return this.attendees.names(topic.destination()).isEmpty() ? Optional.empty()
					: Optional.of(Mention.here(written));
		}
		Username name;
		try {
			name = new Username(written);
		}
		catch (IllFormedName ex) {
			return Optional.empty();
		}
		return find(topic, name, others).map((user) -> Mention.of(user.account(), user.getName(), written));
	}

	private Optional<User> find(TopicName topic, Username name, Function<Username, Optional<User>> others) {
		Optional<User> user = this.accounts.find(name)
			.map(Account::user)
			.or(() -> guest(topic, name))
			.or(() -> others.apply(name));
		return user.filter((each) -> this.topics.mayRead(each, topic));
	}

	private Optional<User> guest(TopicName topic, Username name) {
		for (String present : this.attendees.names(topic.destination())) {
			Username other = new Username(present);
			if (other.key().equals(name.key())) {
				return Optional.of(User.guest(other, ""));
			}
		}
		List<User> online = new ArrayList<>(1);
		this.clients.of(name.key()).each((principal) -> {
			if (principal instanceof User user && user.account() == null && user.username().key().equals(name.key())) {
				online.add(user);
			}
		});
		return online.stream().findFirst();
	}

	/** The people who are in the topic, without those who are mentioned by name. */
	private List<Mention> present(TopicName topic, List<Mention> mentions, User author) {
		Set<String> named = new HashSet<>(mentions.stream().map(Mention::person).toList());
		named.add(Mention.of(author.account(), author.getName(), author.getName()).person());
		List<Mention> present = new ArrayList<>();
		for (String each : this.attendees.names(topic.destination())) {
			find(topic, new Username(each), (name) -> Optional.empty())
				.map((user) -> Mention.of(user.account(), user.getName(), user.getName()))
				.filter((mention) -> named.add(mention.person()))
				.ifPresent(present::add);
		}
		return present;
	}

}
