package chat.hubbub.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.bus.Bus;

/**
 * Completes the deletion of accounts. The start of a deletion is stored with it, so that
 * failed or interrupted steps are repeated, a moment later or at the next start. Until
 * all messages have the new name, the old name stays reserved. Thread-safe.
 */
@Component
public class Departures {

	private static final Logger logger = LoggerFactory.getLogger(Departures.class);

	/** After this time the log has stored the account's last messages. */
	static final Duration AGAIN = Duration.ofSeconds(5);

	private final AccountStore store;

	private final Names names;

	private final TransactionOperations transaction;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final Bus bus;

	private final Map<Long, Departure> open = new ConcurrentHashMap<>();

	/** Prevents a permanent fault from filling the log. */
	private final Set<Long> told = ConcurrentHashMap.newKeySet();

	/** Departures that begin when accounts are deleted. */
	public Departures(AccountStore store, Names names, TransactionOperations transaction, Clock clock,
			ApplicationEventPublisher events, Bus bus) {
		this.store = store;
		this.names = names;
		this.transaction = transaction;
		this.clock = clock;
		this.events = events;
		this.bus = bus;
	}

	/**
	 * Resumes deletions that an earlier start did not complete; runs after the accounts
	 * are loaded.
	 */
	void resume() {
		this.store.leaving().forEach((gone) -> {
			// The name may already have a new owner if only the repetition was missing.
			boolean free = !this.names.isTaken(gone.username());
			if (free) {
				this.names.keep(gone.username(), gone.id());
			}
			this.open.put(gone.id(), new Departure(gone, Instant.MIN, free));
		});
	}

	/** Publishes {@link AccountDeparting} for an account that the store has deleted. */
	void begin(Account gone) {
		Departure departure = new Departure(gone, this.clock.instant().plus(AGAIN), true);
		this.open.put(gone.id(), departure);
		follow(departure, new AccountDeparting(gone));
	}

	/** Repeats the deletions that are due, and completes the successful ones. */
	void goOn() {
		Instant now = this.clock.instant();
		for (Departure departure : this.open.values()) {
			if (!departure.again().isAfter(now) && follow(departure, new AccountDeparting(departure.account()))) {
				end(departure.account());
			}
		}
	}

	private boolean follow(Departure departure, AccountDeparting event) {
		Account gone = departure.account();
		try {
			this.events.publishEvent(event);
		}
		catch (RuntimeException ex) {
			if (this.told.add(gone.id())) {
				logger.warn("The deletion of account {} is not complete and will be retried", gone.id(), ex);
			}
			return false;
		}
		if (departure.keepsName()) {
			this.open.put(gone.id(), departure.withoutName());
			this.names.free(gone.username(), gone.id());
			tellNodes(new NameFreed(gone.id()));
		}
		return true;
	}

	/** If the store fails now, the nodes free the name when the deletion ends. */
	private void tellNodes(NameFreed fact) {
		try {
			this.transaction.executeWithoutResult((status) -> this.bus.announce(fact));
			this.bus.publish(fact);
		}
		catch (RuntimeException ex) {
			logger.debug("Other nodes free the name of account {} a moment later", fact.id(), ex);
		}
	}

	private void end(Account gone) {
		try {
			this.transaction.executeWithoutResult((status) -> {
				this.store.endLeaving(gone.id());
				this.bus.announce(new AccountStored(gone.id()));
			});
			this.open.remove(gone.id());
			this.told.remove(gone.id());
			this.bus.publish(new AccountStored(gone.id()));
		}
		catch (RuntimeException ex) {
			logger.debug("The end of the deletion of account {} could not be stored and will be retried", gone.id(),
					ex);
		}
	}

	/**
	 * One that is under way.
	 *
	 * @param account the deleted account
	 * @param again when to do all of it once more
	 * @param keepsName whether its name is kept from others by this
	 */
	private record Departure(Account account, Instant again, boolean keepsName) {

		Departure withoutName() {
			return new Departure(this.account, this.again, false);
		}

	}

}
