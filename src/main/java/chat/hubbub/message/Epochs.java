package chat.hubbub.message;

import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.store.StoreClaim;
import chat.hubbub.topic.TopicName;

/**
 * The epochs of the store, one for each start of a server, or of a cluster: a node that
 * joins others has their epoch. An event's number is only meaningful together with the
 * epoch in which a client received it, because a store restored from a backup gives the
 * same numbers to other events. Thread-safe.
 */
@Component
class Epochs {

	private final EpochStore store;

	private final String current;

	/** Starts or joins an epoch, before any event gets a number. */
	Epochs(EpochStore store, TransactionOperations transaction, Clock clock, StoreClaim claim) {
		this.store = store;
		this.current = claim.isFirst() ? UUID.randomUUID().toString() : store.newest();
		if (claim.isFirst()) {
			transaction.executeWithoutResult((status) -> store.begin(this.current, clock.instant()));
			claim.settle();
		}
	}

	/** The id of the present epoch. */
	String current() {
		return this.current;
	}

	/**
	 * Whether the store has the events up to a number that a client received in an epoch.
	 * Reads from the store only if the epoch is not the present one.
	 */
	boolean hold(String epoch, TopicName topic, long seq) {
		return seq == 0 || epoch.equals(this.current) || this.store.isContinued(epoch, topic, seq);
	}

}
