package chat.hubbub.mention;

import java.time.Instant;
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
import chat.hubbub.topic.TopicName;

/**
 * Tells people of messages that mention them, once for each message. A message without
 * mentions costs its writer a comparison.
 */
@Component
class MentionNotices {

	private static final String TYPE = "mention";

	private final Notices notices;

	MentionNotices(EventLog log, Notices notices) {
		this.notices = notices;
		log.onCommit(this::tell);
	}

	private void tell(Committed committed) {
		for (LogEntry entry : committed.entries()) {
			if (entry.event() instanceof Posted posted && !posted.present().mentions().mentions().isEmpty()) {
				Set<String> people = posted.present().mentions().people();
				tell(posted.topicName(), posted.seq(), posted.sender(), posted.text(), posted.sentAt(), people,
						entry.author());
			}
			else if (entry.event() instanceof Edited edited && !edited.addressed().isEmpty()) {
				tell(edited.topicName(), edited.target(), edited.sender(), edited.text(), edited.sentAt(),
						edited.addressed(), entry.author());
			}
		}
	}

	private void tell(TopicName topic, long seq, String sender, String text, Instant at, Set<String> people,
			String author) {
		Set<String> others = new HashSet<>(people);
		// The login of a guest may be the name of another guest.
		others.remove(Account.isKey(author) ? author : new Username(sender).key());
		this.notices.send(Notice.of(TYPE, topic, seq, sender, text, at), others);
	}

}
