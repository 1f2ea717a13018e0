package chat.hubbub.bus;

import java.util.function.Consumer;

/**
 * Carries facts to every node, including the publisher's. Thread-safe.
 * <p>
 * Only receivers of facts change in-memory state, also on the node that made the change,
 * so that the same code works with one node and with many.
 */
public interface Bus {

	/**
	 * Publishes a fact to every node after its change is committed. When this returns,
	 * the receivers on this node have been called, in the order of their registration. A
	 * failed receiver does not affect the publisher; it is called again every second
	 * until it succeeds.
	 * @param fact the fact; the publisher's transaction is over
	 */
	void publish(Fact fact);

	/**
	 * Announces a fact in the transaction of its change, so that the other nodes learn of
	 * it if and only if the change is stored, even if this node ends before it publishes
	 * the fact. A single node has no need of it.
	 * @param fact the fact, which is published after the transaction
	 */
	default void announce(StoredFact fact) {
	}

	/**
	 * Waits until this node knows all facts that any node has announced before. A single
	 * node always does. Not for receivers, and not in a transaction.
	 * @throws org.springframework.dao.DataAccessException if the store cannot be read
	 */
	default void catchUp() {
	}

	/**
	 * Whether this node knows what the others announced a few seconds ago. If not, it is
	 * cut off from the store, and must not grant anything by what it remembers.
	 * @return {@code true} for a single node
	 */
	default boolean isUpToDate() {
		return true;
	}

	/**
	 * Registers a receiver for the life of this node. It may be called twice with one
	 * fact, and on any thread.
	 * @param <F> the kind of fact
	 * @param kind the exact class of the facts
	 * @param receiver the receiver
	 */
	<F extends Fact> void receive(Class<F> kind, Consumer<F> receiver);

}
