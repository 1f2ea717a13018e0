package chat.hubbub.mention;

import java.util.HashSet;
import java.util.Set;

import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.account.Username;
import chat.hubbub.message.Committed;
import chat.hubbub.message.Edited;
import chat.hubbub.message.EventLog;
import chat.hubbub.message.LogEntry;
import chat.hubbub.message.Posted;
import chat.hubbub.topic.Conversations;

/**
 * Tells people of messages that mention them, and of all messages in their conversations,
 * once for each message. Any other message costs its writer two comparisons.
 */
@Component
class MessageNotices {

	private static final String MENTION = "mention";

	private static final String DIRECT = "direct";

	private final Notices notices;

	private final Conversations conversations;

	MessageNotices(EventLog log, Notices notices, Conversations conversations) {
		this.notices = notices;
		this.conversations = conversations;
		log.onCommit(this::tell);
	}

	private void tell(Committed committed) {
		for (LogEntry entry : committed.entries()) {
			if (entry.event() instanceof Posted posted) {
				tell(posted, entry.author());
			}
			else if (entry.event() instanceof Edited edited && !edited.topicName().isDirect()) {
				send(Notice.of(MENTION, edited.topicName(), edited.target(), edited.sender(), edited.text(),
						edited.sentAt()), edited.addressed(), entry.author());
			}
		}
	}

	private void tell(Posted posted, String author) {
		boolean direct = posted.topicName().isDirect();
		if (direct || !posted.present().mentions().mentions().isEmpty()) {
			Set<String> people = direct ? this.conversations.addressees(posted.topicName(), author)
					: posted.present().mentions().people();
			send(Notice.of(direct ? DIRECT : MENTION, posted.topicName(), posted.seq(), posted.sender(), posted.text(),
					posted.sentAt()), people, author);
		}
	}

	private void send(Notice notice, Set<String> people, String author) {
		if (!people.isEmpty()) {
			Set<String> others = new HashSet<>(people);
			// The login of a guest may be the name of another guest.
			others.remove(Account.isKey(author) ? author : new Username(notice.sender()).key());
			this.notices.send(notice, others);
		}
	}

}
