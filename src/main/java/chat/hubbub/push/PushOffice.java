package chat.hubbub.push;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.Bans;
import chat.hubbub.account.User;
import chat.hubbub.mention.Notice;
import chat.hubbub.message.EventLog;
import chat.hubbub.message.LogEntry;
import chat.hubbub.message.Posted;
import chat.hubbub.presence.Attendees;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.topic.Topic;
import chat.hubbub.topic.Topics;
import chat.hubbub.unread.Interest;
import chat.hubbub.words.Language;
import chat.hubbub.words.Languages;
import chat.hubbub.words.Phrase;

/**
 * Decides at the last moment whether a browser is told of a message, and what it is told.
 * Thread-safe.
 */
@Component
class PushOffice {

	private final Accounts accounts;

	private final Bans bans;

	private final Topics topics;

	private final Attendees attendees;

	private final Interest interest;

	private final EventLog log;

	private final PushStore store;

	private final JsonMapper json;

	PushOffice(Accounts accounts, Bans bans, Topics topics, Attendees attendees, Interest interest, EventLog log,
			PushStore store, JsonMapper json) {
		this.accounts = accounts;
		this.bans = bans;
		this.topics = topics;
		this.attendees = attendees;
		this.interest = interest;
		this.log = log;
		this.store = store;
		this.json = json;
	}

	/** Whether the account still has the password with which the browser subscribed. */
	boolean isValid(Subscription subscription) {
		return this.accounts.find(subscription.account())
			.filter((account) -> account.epoch() == subscription.epoch())
			.isPresent();
	}

	/**
	 * The news of a message for a browser, as a notice in the page shows it. Empty if the
	 * person has a page open, does not want to know, has read it, may not read it now, or
	 * if the message is gone or is not for the person any more.
	 */
	Optional<byte[]> tell(Waiting message) {
		Subscription subscription = message.subscription();
		@Nullable User user = this.accounts.find(subscription.account()).map(Account::user).orElse(null);
		if (user == null || isBanned(user) || this.attendees.isHere(Account.key(subscription.account()))
				|| !concerns(message)) {
			return Optional.empty();
		}
		return this.topics.find(user, message.topic())
			.flatMap((topic) -> read(message).map((posted) -> encode(posted, topic, language(subscription))));
	}

	/** Whether the person wants to know of it, and it is still for the person. */
	private boolean concerns(Waiting message) {
		return this.interest.isIn(message.subscription().account(), message.topic(), message.event())
				&& (message.topic().isDirect() || this.store.mentions(message));
	}

	private boolean isBanned(User user) {
		try {
			this.bans.check(user);
			return false;
		}
		catch (Refusal ex) {
			return true;
		}
	}

	private Optional<Posted> read(Waiting message) {
		List<LogEntry> found = this.log.after(message.topic(), message.seq() - 1, 1);
		return found.stream()
			.map(LogEntry::event)
			.filter((event) -> event.seq() == message.seq())
			.filter(Posted.class::isInstance)
			.map(Posted.class::cast)
			.filter((posted) -> !posted.deleted())
			.findFirst();
	}

	private byte[] encode(Posted posted, Topic topic, Language language) {
		String name = posted.topicName().value();
		String title = topic.name().isDirect() ? posted.sender()
				: Phrase.of("notices.mention")
					.with("sender", posted.sender())
					.with("topic", topic.title())
					.in(language);
		Notice notice = Notice.of("", posted.topicName(), posted.seq(), posted.sender(), posted.text(),
				posted.sentAt());
		byte[] told = this.json
			.writeValueAsString(
					new Told(title, notice.text(), name + "/" + posted.seq(), "#/" + name + "/" + posted.seq()))
			.getBytes(StandardCharsets.UTF_8);
		if (told.length > Encryption.MAX_LENGTH) {
			throw new IllegalStateException("A notice has " + told.length + " bytes");
		}
		return told;
	}

	private static Language language(Subscription subscription) {
		return Languages.named(subscription.language()).orElse(Languages.ENGLISH);
	}

	/**
	 * A notification of the service worker; its JSON.
	 *
	 * @param title the title of the notification
	 * @param body the start of the text
	 * @param tag the same for one message in the page and in the worker
	 * @param place where the message is in the page
	 */
	record Told(String title, String body, String tag, String place) {

	}

}
