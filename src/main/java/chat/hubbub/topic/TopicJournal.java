package chat.hubbub.topic;

import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.User;
import chat.hubbub.audit.Act;

/** Describes changes of topics for the audit log. Thread-safe. */
@Component
class TopicJournal {

	private final Accounts accounts;

	private final ApplicationEventPublisher events;

	TopicJournal(Accounts accounts, ApplicationEventPublisher events) {
		this.accounts = accounts;
		this.events = events;
	}

	@EventListener
	void note(TopicCreating creation) {
		Topic topic = creation.topic();
		this.events.publishEvent(new Act(creation.by().getName(), "topic.created", topic.name().value(), null,
				"for " + topic.access() + (topic.announcements() ? ", announcements" : "")));
	}

	@EventListener
	void note(TopicChanging change) {
		if (change.after().isDirect()) {
			// Admins read the log, and must not learn of it.
			return;
		}
		noteSettings(change.before().topic(), change.after().topic(), change.by());
		notePeople(change);
	}

	private void noteSettings(Topic before, Topic after, User by) {
		if (!after.equals(before)) {
			String detail = String.join(", ",
					Stream
						.of(difference("title", before.title(), after.title()),
								difference("description", before.description(), after.description()),
								difference("access", before.access(), after.access()),
								difference("announcements", before.announcements(), after.announcements()))
						.filter((difference) -> !difference.isEmpty())
						.toList());
			this.events.publishEvent(new Act(by.getName(), "topic.changed", after.name().value(), null, detail));
		}
	}

	private static String difference(String setting, Object before, Object after) {
		return after.equals(before) ? "" : setting + " from " + before + " to " + after;
	}

	private void notePeople(TopicChanging change) {
		Stream.of(change.before(), change.after())
			.flatMap((rights) -> rights.people().keySet().stream())
			.distinct()
			.forEach((account) -> notePerson(change, account));
	}

	private void notePerson(TopicChanging change, Long account) {
		Standing before = change.before().people().get(account);
		Standing after = change.after().people().get(account);
		if (!Objects.equals(before, after)) {
			this.events
				.publishEvent(new Act(change.by().getName(), "topic.people", change.after().topic().name().value(),
						nameOf(account), "from " + inWords(before) + " to " + inWords(after)));
		}
	}

	private String nameOf(Long account) {
		return this.accounts.find(account).map(Account::user).map(User::getName).orElse("account " + account);
	}

	private static String inWords(@Nullable Standing standing) {
		return (standing == null) ? "outside" : (standing == Standing.MODERATOR) ? "moderator" : "member";
	}

}
