package chat.hubbub.moderation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.account.Bans;
import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Bus;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.topic.Discipline;
import chat.hubbub.topic.TopicName;

/**
 * The mutes and bans in force. They are loaded at the start and kept in memory, so that a
 * query costs no I/O, and almost nothing while there are none. An expired sanction no
 * longer applies from that moment. Admins are exempt, even from sanctions that began
 * before they became admins. Thread-safe.
 */
@Component
class Sanctions implements Bans, Discipline {

	private final SanctionStore store;

	private final TransactionOperations transaction;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final Bus bus;

	private volatile Rolls rolls;

	/**
	 * Those that all listeners know; fewer or others than the rolls if one has failed.
	 */
	private List<Sanction> told;

	Sanctions(SanctionStore store, TransactionOperations transaction, Clock clock, ApplicationEventPublisher events,
			Bus bus) {
		this.store = store;
		this.transaction = transaction;
		this.clock = clock;
		this.events = events;
		this.bus = bus;
		this.told = store.inForce(clock.instant());
		this.rolls = Rolls.of(this.told);
		bus.receive(SanctionsStored.class, (fact) -> readAnew());
		bus.receive(AnythingChanged.class, (fact) -> readAnew());
	}

	@Override
	public void check(User user) {
		Optional<Refusal> ban = find(this.rolls.bans(), user);
		if (ban.isPresent()) {
			throw ban.get();
		}
	}

	@Override
	public Optional<Refusal> banned(User user, TopicName topic) {
		return find(this.rolls.topicBans().get(topic), user);
	}

	@Override
	public Optional<Refusal> muted(User user, TopicName topic) {
		Optional<Refusal> everywhere = muted(user);
		return everywhere.isPresent() ? everywhere : find(this.rolls.topicMutes().get(topic), user);
	}

	@Override
	public Optional<Refusal> muted(User user) {
		return find(this.rolls.mutes(), user);
	}

	/**
	 * Stores a sanction in place of one like it; {@link Imposed} follows.
	 * @param also stores further data in the same transaction
	 * @return the sanction with its number
	 */
	synchronized Sanction add(Sanction wanted, Consumer<Sanction> also) {
		Sanction added = this.transaction.execute((status) -> {
			Sanction stored = this.store.insert(wanted, this.clock.instant());
			also.accept(stored);
			this.bus.announce(new SanctionsStored());
			return stored;
		});
		this.bus.publish(new SanctionsStored());
		return added;
	}

	/**
	 * Lifts all matching sanctions in force in one transaction; {@link Lifted} follows
	 * for each.
	 * @param also stores further data for each in the same transaction
	 * @return the sanctions that this call has lifted
	 */
	synchronized List<Sanction> lift(Predicate<Sanction> which, Consumer<Sanction> also) {
		Instant now = this.clock.instant();
		List<Sanction> lifted = all().stream().filter(which).toList();
		if (!lifted.isEmpty()) {
			this.transaction.executeWithoutResult((status) -> {
				lifted.forEach((sanction) -> {
					this.store.lift(sanction.id(), now);
					also.accept(sanction);
				});
				this.bus.announce(new SanctionsStored());
			});
			this.bus.publish(new SanctionsStored());
		}
		return lifted;
	}

	/**
	 * Reads all sanctions again; they are few and rarely change. If a listener fails, the
	 * fact comes again, and then all of them are told.
	 */
	private synchronized void readAnew() {
		List<Sanction> before = this.told;
		List<Sanction> after = this.store.inForce(this.clock.instant());
		this.rolls = Rolls.of(after);
		after.stream()
			.filter((sanction) -> !before.contains(sanction))
			.forEach((sanction) -> this.events.publishEvent(new Imposed(sanction)));
		before.stream()
			.filter((sanction) -> after.stream().noneMatch(sanction::isLike))
			.forEach((sanction) -> this.events.publishEvent(new Lifted(sanction)));
		this.told = after;
	}

	/** Removes and returns the expired sanctions. */
	synchronized List<Sanction> expire() {
		Instant now = this.clock.instant();
		List<Sanction> over = this.rolls.all().stream().filter((sanction) -> !sanction.isInForce(now)).toList();
		forget(over);
		return over;
	}

	/** The sanctions in force; a copy. */
	List<Sanction> all() {
		Instant now = this.clock.instant();
		return this.rolls.all().stream().filter((sanction) -> sanction.isInForce(now)).toList();
	}

	private void forget(List<Sanction> gone) {
		if (!gone.isEmpty()) {
			this.rolls = Rolls.of(without(this.rolls.all(), gone));
			this.told = without(this.told, gone);
		}
	}

	private static List<Sanction> without(List<Sanction> sanctions, List<Sanction> gone) {
		return sanctions.stream().filter((sanction) -> !gone.contains(sanction)).toList();
	}

	private Optional<Refusal> find(@Nullable Roll roll, User user) {
		Sanction sanction = (roll != null) ? inForce(roll.find(user), user) : null;
		return (sanction != null) ? Optional.of(refusal(sanction)) : Optional.empty();
	}

	private @Nullable Sanction inForce(@Nullable Sanction found, User user) {
		return (found != null && user.role() != Role.ADMIN && found.isInForce(this.clock.instant())) ? found : null;
	}

	/** The refusal for a user with that sanction. */
	Refusal refusal(Sanction sanction) {
		Instant until = sanction.until();
		Duration left = (until != null) ? Duration.between(this.clock.instant(), until) : null;
		return (sanction.measure() == Measure.BAN)
				? new Banned(sanction.topic() != null, until, sanction.reason(), left)
				: new Muted(sanction.topic() != null, until, sanction.reason(), left);
	}

}
