package chat.hubbub.bus;

import java.util.function.Consumer;

/**
 * Carries facts to every node, the one that publishes them included. Thread-safe.
 * <p>
 * State that is kept in memory is changed by a receiver of facts only, on the node that
 * made the change, too: so the same code runs on one node and on many.
 */
public interface Bus {

	/**
	 * Tells every node of a fact, once what it speaks of is committed. The receivers on
	 * this node have been called when it returns, in the order in which they registered.
	 * A receiver that fails does not fail the publisher: it is called again, a second
	 * later, until it succeeds.
	 * @param fact the fact; the publisher's transaction is over
	 */
	void publish(Fact fact);

	/**
	 * Registers a receiver for the life of this node. It may be called twice with one
	 * fact, and on any thread.
	 * @param <F> the kind of fact
	 * @param kind the very class of the facts
	 * @param receiver what to do
	 */
	<F extends Fact> void receive(Class<F> kind, Consumer<F> receiver);

}
