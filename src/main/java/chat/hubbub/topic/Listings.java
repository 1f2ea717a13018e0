package chat.hubbub.topic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.User;
import chat.hubbub.topic.Listing.Participant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Describes topics and conversations to their readers. A conversation is named after the
 * other people in it, by their present names. Thread-safe.
 */
@Component
class Listings {

	private final ConversationStore conversations;

	private final LongFunction<String> names;

	@Autowired
	Listings(ConversationStore conversations, Accounts accounts) {
		this(conversations, accounts::nameOf);
	}

	Listings(ConversationStore conversations, LongFunction<String> names) {
		this.conversations = conversations;
		this.names = names;
	}

	/** A topic as a user sees it; a conversation costs a query. */
	Listing of(Rights rights, User reader, long head) {
		Listing listing = Listing.of(rights, reader, head);
		if (!rights.isDirect()) {
			return listing;
		}
		Collection<Long> present = rights.people().keySet();
		List<Long> left = this.conversations.left(rights.topic().name());
		return listing.between(participants(present, left), title(present, left, reader));
	}

	private List<Participant> participants(Collection<Long> present, Collection<Long> left) {
		return Stream
			.concat(named(present).map((name) -> new Participant(name, null)),
					named(left).map((name) -> new Participant(name, true)))
			.sorted(Comparator.comparing(Participant::name))
			.toList();
	}

	/** The names of the others, or of those who were there if they all have left. */
	private String title(Collection<Long> present, Collection<Long> left, User reader) {
		List<Long> others = present.stream().filter((account) -> !account.equals(reader.account())).toList();
		return named(others.isEmpty() ? left : others).sorted().collect(Collectors.joining(", "));
	}

	private Stream<String> named(Collection<Long> accounts) {
		return accounts.stream().map(this.names::apply);
	}

}
