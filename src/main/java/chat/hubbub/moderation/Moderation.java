package chat.hubbub.moderation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.RightMissing;
import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.net.ClientAddress;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;
import chat.hubbub.words.Phrase;

/**
 * Mutes and bans: in a topic by its moderators, on the whole server by admins.
 * Thread-safe.
 */
@Component
class Moderation {

	private final Topics topics;

	private final Accounts accounts;

	private final Sanctions sanctions;

	private final Whereabouts whereabouts;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Moderation(Topics topics, Accounts accounts, Sanctions sanctions, Whereabouts whereabouts, Clock clock,
			ApplicationEventPublisher events) {
		this.topics = topics;
		this.accounts = accounts;
		this.sanctions = sanctions;
		this.whereabouts = whereabouts;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Mutes or bans a user, in place of an earlier sanction of the same kind, and
	 * publishes {@link Imposed}. If the user is an online guest, the sanction includes
	 * the guest's addresses.
	 * @param by the moderator
	 * @param measure the kind of sanction
	 * @param topic its topic, {@code null} for the whole server
	 * @throws RightMissing if the moderator lacks the right
	 * @throws Exempt if the user is an admin or the moderator
	 */
	Sanction impose(User by, Measure measure, @Nullable TopicName topic, SanctionTerms terms) {
		checkRight(by, topic);
		if (measure == Measure.MUTE && terms.minutes() == null) {
			throw IllFormedSanction.time();
		}
		Subject subject = subject(by, terms);
		Instant now = Instant.ofEpochMilli(this.clock.millis());
		Set<ClientAddress> addresses = (subject.account() == null) ? this.whereabouts.of(subject) : Set.of();
		return this.sanctions.add(new Sanction(0, measure, topic, subject, List.copyOf(addresses), by.getName(),
				terms.reason(), now, terms.until(now)),
				(stored) -> this.events.publishEvent(ModerationActs.imposed(stored, by)));
	}

	/**
	 * Lifts a sanction and publishes {@link Lifted}.
	 * @throws SanctionNotFound if there is no such sanction
	 */
	void lift(User by, Measure measure, @Nullable TopicName topic, long id) {
		checkRight(by, topic);
		boolean none = this.sanctions
			.lift((sanction) -> sanction.id() == id && isOf(sanction, measure, topic),
					(sanction) -> this.events.publishEvent(ModerationActs.lifted(sanction, by)))
			.isEmpty();
		if (none) {
			throw new SanctionNotFound();
		}
	}

	/** The sanctions in force; a copy, the oldest first. */
	List<Sanction> all(User by, Measure measure, @Nullable TopicName topic) {
		checkRight(by, topic);
		return this.sanctions.all().stream().filter((sanction) -> isOf(sanction, measure, topic)).toList();
	}

	private void checkRight(User by, @Nullable TopicName topic) {
		if (topic != null) {
			this.topics.moderated(by, topic);
		}
		else if (by.role() != Role.ADMIN) {
			throw new RightMissing();
		}
	}

	private Subject subject(User by, SanctionTerms terms) {
		Optional<Account> account = this.accounts.find(terms.username());
		if (account.isPresent() && account.get().id() == Optional.ofNullable(by.account()).orElse(0L)) {
			throw new Exempt(Phrase.of("sanction.self"));
		}
		if (account.isPresent() && account.get().role() == Role.ADMIN) {
			throw new Exempt(Phrase.of("sanction.admin"));
		}
		return account.map((known) -> new Subject(known.username(), known.id()))
			.orElseGet(() -> new Subject(terms.username(), null));
	}

	private static boolean isOf(Sanction sanction, Measure measure, @Nullable TopicName topic) {
		return sanction.measure() == measure
				&& ((topic != null) ? topic.equals(sanction.topic()) : sanction.topic() == null);
	}

}
