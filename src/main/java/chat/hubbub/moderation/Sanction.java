package chat.hubbub.moderation;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;
import chat.hubbub.net.ClientAddress;
import chat.hubbub.topic.TopicName;

/**
 * A measure against somebody.
 *
 * @param id its number
 * @param measure what it is
 * @param topic where it holds, {@code null} for the whole server
 * @param subject against whom
 * @param addresses where the guest was; guests from there are meant too
 * @param by the name of whoever imposed it
 * @param reason why, may be empty
 * @param createdAt since when
 * @param until when it ends by itself, {@code null} for never
 */
record Sanction(long id, Measure measure, @Nullable TopicName topic, Subject subject, List<ClientAddress> addresses,
		String by, String reason, Instant createdAt, @Nullable Instant until) {

	Sanction {
		addresses = List.copyOf(addresses);
	}

	Sanction withId(long number) {
		return new Sanction(number, this.measure, this.topic, this.subject, this.addresses, this.by, this.reason,
				this.createdAt, this.until);
	}

	boolean isInForce(Instant now) {
		return this.until == null || now.isBefore(this.until);
	}

	/** Whether it is about that user, or about guests where they are. */
	boolean concerns(User user) {
		InetAddress address = (user.account() == null) ? user.address() : null;
		return this.subject.is(user)
				|| (address != null && !this.addresses.isEmpty() && this.addresses.contains(ClientAddress.of(address)));
	}

	/** Whether the one takes the place of the other. */
	boolean isLike(Sanction other) {
		boolean sameAccount = this.subject.account() != null ? this.subject.account().equals(other.subject.account())
				: other.subject.account() == null
						&& this.subject.username().key().equals(other.subject.username().key());
		return this.measure == other.measure && sameAccount
				&& ((this.topic != null) ? this.topic.equals(other.topic) : other.topic == null);
	}

}
