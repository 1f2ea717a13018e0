package chat.hubbub.report;

import java.time.Clock;
import java.util.List;

import chat.hubbub.account.Account;
import chat.hubbub.account.SignInRequired;
import chat.hubbub.account.User;
import chat.hubbub.audit.Act;
import chat.hubbub.message.EventLog;
import chat.hubbub.message.LogEntry;
import chat.hubbub.message.MessageGone;
import chat.hubbub.message.MessageNotFound;
import chat.hubbub.message.Messages;
import chat.hubbub.message.Posted;
import chat.hubbub.topic.TopicName;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Messages that people have reported. A report contains a copy of the message, so admins
 * see it even in a conversation, and nothing else of the conversation. Thread-safe.
 */
@Component
class Reports {

	/** An account can have so many reports that no admin has dismissed. */
	static final int MAX_OPEN = 20;

	static final int MAX_REASON = 200;

	private final ReportStore store;

	private final Messages messages;

	private final EventLog log;

	private final TransactionOperations transaction;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Reports(ReportStore store, Messages messages, EventLog log, TransactionOperations transaction, Clock clock,
			ApplicationEventPublisher events) {
		this.store = store;
		this.messages = messages;
		this.log = log;
		this.transaction = transaction;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Reports a message; repeating this has no effect.
	 * @param reporter a reader of the topic with an account
	 * @param reason the reason, may be empty
	 * @throws SignInRequired if the user is a guest
	 * @throws MessageNotFound if there is no such message
	 * @throws MessageGone if it was deleted
	 * @throws ReportRefused if the reason is too long, or if there are too many reports
	 */
	void add(User reporter, TopicName topic, long seq, String reason) {
		// First of all, because the topic may not exist for the user.
		Posted message = find(reporter, topic, seq);
		Long account = reporter.account();
		if (account == null) {
			throw new SignInRequired();
		}
		String plain = reason.replaceAll("\\p{Cntrl}", " ").strip();
		if (plain.length() > MAX_REASON) {
			throw ReportRefused.reason();
		}
		ReportedMessage copy = new ReportedMessage(topic, seq, message.sender(), author(topic, seq), message.text(),
				message.sentAt());
		this.transaction.executeWithoutResult((status) -> store(reporter, account, copy, plain));
	}

	private void store(User reporter, long account, ReportedMessage message, String reason) {
		if (this.store.contains(account, message)) {
			return;
		}
		if (this.store.count(account) >= MAX_OPEN) {
			throw ReportRefused.limit();
		}
		this.store.insert(account, message, reason, this.clock.instant());
		// Without the topic: admins must not learn where people talk.
		this.events.publishEvent(new Act(reporter.getName(), "message.reported", message.sender(), ""));
	}

	private Posted find(User reporter, TopicName topic, long seq) {
		Posted message = this.messages.after(topic, reporter, seq - 1, 1)
			.stream()
			.filter((found) -> found.seq() == seq)
			.findFirst()
			.orElseThrow(MessageNotFound::new);
		if (message.deleted()) {
			throw new MessageGone();
		}
		return message;
	}

	/** The number of the account that sent a message, {@code null} for a guest. */
	private @Nullable Long author(TopicName topic, long seq) {
		return this.log.after(topic, seq - 1, 1)
			.stream()
			.map(LogEntry::author)
			.findFirst()
			.flatMap(Account::ofKey)
			.orElse(null);
	}

	/** The reports before a number, the newest first; for admins. */
	List<Report> before(long id, int limit) {
		return this.store.before(id, limit);
	}

	/**
	 * Dismisses a report: the copy of the message is erased.
	 * @throws ReportRefused if there is no such report
	 */
	void dismiss(User admin, long id) {
		this.transaction.executeWithoutResult((status) -> {
			Report report = this.store.find(id).orElseThrow(ReportRefused::unknown);
			this.store.delete(id);
			this.events.publishEvent(new Act(admin.getName(), "report.dismissed", report.sender(), ""));
		});
	}

}
