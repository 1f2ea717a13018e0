package chat.hubbub.moderation;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;
import chat.hubbub.net.ClientAddress;
import chat.hubbub.topic.TopicName;

/**
 * A mute or a ban.
 *
 * @param id its number
 * @param measure its kind
 * @param topic its topic, {@code null} for the whole server
 * @param subject its account or guest
 * @param addresses the addresses of the guest; it applies to all guests there
 * @param by the name of the moderator
 * @param reason the reason, may be empty
 * @param createdAt its start
 * @param until its end, {@code null} without one
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

	/** Whether it applies to a user, or to guests at the user's address. */
	boolean concerns(User user) {
		InetAddress address = (user.account() == null) ? user.address() : null;
		return this.subject.is(user)
				|| (address != null && !this.addresses.isEmpty() && this.addresses.contains(ClientAddress.of(address)));
	}

	/**
	 * The name by which all connections are found that it may concern; empty if it
	 * applies to addresses, where guests may have any name.
	 */
	Optional<String> key() {
		return this.addresses.isEmpty() ? Optional.of(this.subject.key()) : Optional.empty();
	}

	/** Whether it replaces the other one. */
	boolean isLike(Sanction other) {
		boolean sameAccount = this.subject.account() != null ? this.subject.account().equals(other.subject.account())
				: other.subject.account() == null
						&& this.subject.username().key().equals(other.subject.username().key());
		return this.measure == other.measure && sameAccount
				&& ((this.topic != null) ? this.topic.equals(other.topic) : other.topic == null);
	}

}
