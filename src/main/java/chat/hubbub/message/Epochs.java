package chat.hubbub.message;

import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.topic.TopicName;

/**
 * The epochs of the store, one from each start to the next. A number says how far a
 * client has come only together with the epoch in which it had it: a store that was set
 * back gives the same numbers to other events. Thread-safe.
 */
@Component
class Epochs {

	private final EpochStore store;

	private final String current = UUID.randomUUID().toString();

	/** Begins an epoch, before anything is numbered. */
	Epochs(EpochStore store, TransactionOperations transaction, Clock clock) {
		this.store = store;
		transaction.executeWithoutResult((status) -> store.begin(this.current, clock.instant()));
	}

	/** The id of the epoch that began with this start. */
	String current() {
		return this.current;
	}

	/**
	 * Whether the events up to a number that a client had in an epoch are the store's.
	 * Asks the store only if the epoch is not the current one.
	 */
	boolean hold(String epoch, TopicName topic, long seq) {
		return seq == 0 || epoch.equals(this.current) || this.store.isContinued(epoch, topic, seq);
	}

}
