package chat.hubbub.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.IllFormedName;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.search.index.Condition;
import chat.hubbub.search.index.Filters;
import chat.hubbub.search.index.SearchIndex;
import chat.hubbub.search.text.Query;
import chat.hubbub.topic.Topic;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

/**
 * Says where a user may search: in the topics and conversations that the user may read
 * now. Thread-safe.
 */
@Component
class Scope {

	/**
	 * So many topics are found by their words in the index, which takes time for each of
	 * them; of more topics, each hit is looked at.
	 */
	private static final int FEW_TOPICS = 64;

	private final Topics topics;

	private final Accounts accounts;

	private final SearchIndex index;

	Scope(Topics topics, Accounts accounts, SearchIndex index) {
		this.topics = topics;
		this.accounts = accounts;
		this.index = index;
	}

	/**
	 * The condition of a request.
	 * @return empty if there is nothing that the user may read
	 * @throws chat.hubbub.topic.TopicNotFound if the query names a topic that the user
	 * may not read
	 */
	Optional<Condition> of(User reader, SearchRequest request) {
		Set<TopicName> topics = topics(reader, request.query());
		if (topics.isEmpty()) {
			return Optional.empty();
		}
		List<Set<String>> filters = new ArrayList<>();
		if (!request.query().from().isEmpty()) {
			filters.add(authors(request.query().from()));
		}
		request.query().kinds().forEach((kind) -> filters.add(Set.of(Filters.content(kind))));
		boolean few = topics.size() <= FEW_TOPICS || (filters.isEmpty() && request.query().terms().isEmpty());
		if (few) {
			filters.add(topics.stream().map(Filters::topic).collect(Collectors.toCollection(TreeSet::new)));
		}
		Set<String> names = few ? Set.of() : topics.stream().map(TopicName::value).collect(Collectors.toSet());
		Long since = request.since();
		Long until = request.until();
		return Optional.of(new Condition(request.query().terms(), filters, names,
				(since != null) ? this.index.firstSince(since) : 0,
				(until != null) ? this.index.firstSince(until) : Long.MAX_VALUE));
	}

	private Set<TopicName> topics(User reader, Query query) {
		if (query.in().isEmpty()) {
			return this.topics.readable(reader).stream().map(Topic::name).collect(Collectors.toSet());
		}
		return query.in()
			.stream()
			.map((name) -> this.topics.readable(reader, new TopicName(name.toLowerCase(Locale.ROOT))))
			.collect(Collectors.toSet());
	}

	/** The words of the people with some names: accounts, deleted ones, and guests. */
	private Set<String> authors(Set<String> names) {
		Set<String> words = new TreeSet<>();
		for (String typed : names) {
			try {
				Username name = new Username(typed);
				words.add(Filters.guest(name));
				this.accounts.find(name).map(Account::id).map(Filters::account).ifPresent(words::add);
				Account.ofNameAfterDeletion(name)
					.filter((id) -> this.accounts.find(id).isEmpty())
					.map(Filters::account)
					.ifPresent(words::add);
			}
			catch (IllFormedName ex) {
				// There is no such name.
				words.add(Filters.NOTHING);
			}
		}
		return words;
	}

}
