package chat.hubbub.draft;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import chat.hubbub.account.AccountDeparting;
import chat.hubbub.account.SignInRequired;
import chat.hubbub.account.User;
import chat.hubbub.bus.Bus;
import chat.hubbub.draft.DraftQueue.Place;
import chat.hubbub.message.Draft;
import chat.hubbub.message.EventLog;
import chat.hubbub.message.IllFormedDraft;
import chat.hubbub.topic.TopicChanged;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.TopicNotFound;
import chat.hubbub.topic.Topics;

/** The unsent texts of accounts. Thread-safe. */
@Component
class Drafts {

	/** 2 MiB of characters, and as much again while they are stored. */
	private static final int ROOM = 1024 * 1024;

	private final UnsentTextStore store;

	private final Topics topics;

	private final DraftQueue queue;

	Drafts(UnsentTextStore store, Topics topics, EventLog log, Bus bus) {
		this.store = store;
		this.topics = topics;
		this.queue = new DraftQueue((rows, within) -> log.store("drafts", rows, within), store::put, (texts) -> texts
			.forEach((place, text) -> bus.publish(new DraftKept(place.account(), place.topic(), text))), ROOM);
	}

	/**
	 * The texts of a user, from the store.
	 * @return those in the topics that the user may read, the newest first
	 * @throws SignInRequired if the user is a guest
	 */
	List<UnsentText> of(User user) {
		return this.store.all(account(user))
			.stream()
			.filter((text) -> this.topics.mayRead(user, new TopicName(text.topic())))
			.toList();
	}

	/**
	 * Keeps the text of a user in a topic, in place of the former one.
	 * @param text the text, which has to fit into a message; a blank one deletes the
	 * former one
	 * @return completes when it is on disk
	 * @throws SignInRequired if the user is a guest
	 * @throws TopicNotFound if there is no such topic that the user may know of
	 * @throws IllFormedDraft if the text is too long or ill-formed
	 */
	CompletableFuture<Void> keep(User user, TopicName topic, @Nullable String text) {
		Place place = new Place(account(user), this.topics.readable(user, topic));
		return this.queue.add(place, (text == null || text.isBlank()) ? "" : new Draft(text, null).text());
	}

	@EventListener
	void forget(AccountDeparting departing) {
		this.store.deleteAll(departing.account().id());
	}

	/**
	 * A user who has left a conversation cannot see the text any more. One that waits
	 * would be stored later.
	 */
	@EventListener
	void forget(TopicChanged changed) {
		if (changed.after().isDirect()) {
			changed.before()
				.people()
				.keySet()
				.stream()
				.filter((account) -> !changed.after().people().containsKey(account))
				.forEach((account) -> forget(new Place(account, changed.after().topic().name())));
		}
	}

	private void forget(Place place) {
		CompletableFuture<?> unused = this.queue.add(place, "");
	}

	private static long account(User user) {
		Long account = user.account();
		if (account == null) {
			throw new SignInRequired();
		}
		return account;
	}

}
