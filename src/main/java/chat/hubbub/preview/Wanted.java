package chat.hubbub.preview;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.markup.Links;
import chat.hubbub.message.Edited;
import chat.hubbub.message.Event;
import chat.hubbub.message.LogEntry;
import chat.hubbub.message.Posted;
import chat.hubbub.message.Preview;
import chat.hubbub.topic.TopicName;

/**
 * A message whose first link may have a preview.
 *
 * @param topic the topic
 * @param target the number of the message
 * @param author the author of the message
 * @param link its first link
 */
record Wanted(TopicName topic, long target, User author, String link) {

	/**
	 * The message that an event has posted or edited.
	 * @param since only if that happened after this time
	 * @return the message; empty if its text has no link, or a preview already
	 */
	static Optional<Wanted> of(LogEntry entry, Instant since) {
		Event event = entry.event();
		if (event instanceof Posted posted && isOpen(posted.present().preview(), posted.sentAt(), since)) {
			return of(posted, posted.seq(), posted.sender(), entry.author());
		}
		if (event instanceof Edited edited && isOpen(edited.preview(), edited.sentAt(), since)) {
			return of(edited, edited.target(), edited.sender(), entry.author());
		}
		return Optional.empty();
	}

	private static boolean isOpen(@Nullable Preview preview, Instant at, Instant since) {
		return preview == null && at.isAfter(since);
	}

	private static Optional<Wanted> of(Event event, long target, String sender, String login) {
		return Links.first(event.text())
			.filter((link) -> link.length() <= Preview.MAX_URL)
			.map((link) -> new Wanted(event.topicName(), target,
					new User(new Username(sender), login, Role.GUEST, null), link));
	}

	/** The key of its author; a guest may have no login. */
	String person() {
		return this.author.login().isEmpty() ? this.author.getName() : this.author.login();
	}

}
