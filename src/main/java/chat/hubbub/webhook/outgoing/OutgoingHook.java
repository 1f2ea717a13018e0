package chat.hubbub.webhook.outgoing;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.Account;
import chat.hubbub.message.Edited;
import chat.hubbub.message.Event;
import chat.hubbub.message.LogEntry;
import chat.hubbub.message.Mentions;
import chat.hubbub.message.Posted;
import chat.hubbub.topic.TopicName;

/**
 * An outgoing webhook.
 *
 * @param id its number, which is never used again
 * @param topic the topic whose events it tells, or that of {@code seq} if it tells those
 * of every topic
 * @param everywhere whether it tells mentions in every topic
 * @param maker its origin
 * @param mention the number of the account whose mentions it tells, or {@code null} if it
 * tells all events
 * @param address where it sends them
 * @param secret the key of its signatures
 * @param createdAt the time of its creation
 * @param seq the number of the last event that was delivered or left out
 * @param fault why the last attempt failed, or {@code null} if it did not
 * @param failingSince the time of the first attempt that failed since, or {@code null}
 * @param offAt the time since which it is off, or {@code null}
 */
record OutgoingHook(long id, TopicName topic, boolean everywhere, Maker maker, @Nullable Long mention, URI address,
		String secret, Instant createdAt, long seq, @Nullable String fault, @Nullable Instant failingSince,
		@Nullable Instant offAt) {

	private static final int PAGE = 100;

	/** The place of the last event that was delivered or left out. */
	Place place() {
		return new Place(this.topic, this.seq);
	}

	/** The number of events that are read at a time for one that is told. */
	int pageSize() {
		return (this.mention != null) ? PAGE : 1;
	}

	/** Whether the receiver gets an event. An account is not told of its own messages. */
	boolean tells(LogEntry entry) {
		if (this.mention == null) {
			return true;
		}
		return !entry.author().equals(Account.key(this.mention)) && mentions(entry.event()).mentions()
			.stream()
			.anyMatch((mentioned) -> this.mention.equals(mentioned.account()));
	}

	/** The people whom the text of an event mentions. */
	static Mentions mentions(Event event) {
		if (event instanceof Posted posted) {
			return posted.present().mentions();
		}
		return (event instanceof Edited edited) ? edited.mentions() : Mentions.NONE;
	}

	/** How it is shown to people besides moderators, because its path may be a secret. */
	String host() {
		return this.address.getHost();
	}

	/** Whether it delivers, fails, or is off. */
	String state() {
		if (this.offAt != null) {
			return "off";
		}
		return (this.failingSince != null) ? "failing" : "on";
	}

	/** Without the secret. */
	@Override
	public String toString() {
		return "OutgoingHook[id=" + this.id + "]";
	}

}
