package chat.hubbub.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.message.Follower;
import chat.hubbub.message.LogEntry;
import chat.hubbub.presence.Attendees;
import chat.hubbub.topic.Conversations;

/**
 * Notes which messages the browsers of people are to be told of, by the same rule as
 * their notices: those that mention them, also since an edit, and those in their
 * conversations. {@link PushSender} tells them.
 */
@Component
class PushFollower implements Follower {

	/** The time after which a message is no news. */
	static final Duration NEWS = Duration.ofDays(1);

	/**
	 * A person who has just closed the page still counts as present for some seconds.
	 * Then it shows whether the page is open.
	 */
	static final Duration GRACE = Duration.ofSeconds(12);

	private static final int MAX_EVENTS = 1_000;

	private final PushStore store;

	private final Conversations conversations;

	private final Attendees attendees;

	private final PushSender sender;

	private final PushProperties settings;

	private final Clock clock;

	PushFollower(PushStore store, Conversations conversations, Attendees attendees, PushSender sender,
			PushProperties settings, Clock clock) {
		this.store = store;
		this.conversations = conversations;
		this.attendees = attendees;
		this.sender = sender;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "push";
	}

	@Override
	public Start start() {
		return Start.NEWEST_EVENT;
	}

	/** Only their participants are told. */
	@Override
	public boolean readsConversations() {
		return true;
	}

	@Override
	public int maxEntries() {
		return MAX_EVENTS;
	}

	@Override
	public Step follow(List<LogEntry> entries) {
		if (!this.settings.enabled()) {
			return Step.NO_ROWS;
		}
		Instant oldest = this.clock.instant().minus(NEWS);
		Map<Long, List<News>> wanted = new HashMap<>();
		for (LogEntry entry : entries) {
			News.of(entry.event())
				.filter((news) -> news.at().isAfter(oldest))
				.ifPresent((news) -> recipients(news, entry.author())
					.forEach((account) -> wanted.computeIfAbsent(account, (unused) -> new ArrayList<>()).add(news)));
		}
		List<Subscription> subscriptions = this.store.of(wanted.keySet());
		return subscriptions.isEmpty() ? Step.NO_ROWS : new Addition(subscriptions, wanted);
	}

	/** The accounts that get a notice of an event, without its author. */
	private Set<Long> recipients(News news, String author) {
		Set<Long> accounts = new HashSet<>();
		if (news.topic().isDirect() && news.isMessage()) {
			this.conversations.addressees(news.topic(), author)
				.stream()
				.map(PushFollower::account)
				.flatMap(Optional::stream)
				.forEach(accounts::add);
		}
		else if (!news.topic().isDirect() && news.mentions()) {
			accounts.addAll(this.store.mentioned(news));
		}
		account(author).ifPresent(accounts::remove);
		return accounts;
	}

	private static Optional<Long> account(String person) {
		return Account.isKey(person) ? Account.ofKey(person) : Optional.empty();
	}

	/** The messages that wait from now on. */
	private final class Addition implements Step {

		private final List<Subscription> subscriptions;

		private final Map<Long, List<News>> wanted;

		Addition(List<Subscription> subscriptions, Map<Long, List<News>> wanted) {
			this.subscriptions = subscriptions;
			this.wanted = wanted;
		}

		@Override
		public void store() {
			for (Subscription subscription : this.subscriptions) {
				Instant due = due(subscription);
				this.wanted.getOrDefault(subscription.account(), List.of())
					.forEach((news) -> PushFollower.this.store.add(subscription.id(), news, due, news.at().plus(NEWS)));
			}
		}

		private Instant due(Subscription subscription) {
			boolean here = PushFollower.this.attendees.isHere(Account.key(subscription.account()));
			Instant now = PushFollower.this.clock.instant();
			return here ? now.plus(GRACE) : now;
		}

		@Override
		public void stored() {
			PushFollower.this.sender.wake();
		}

	}

}
