package chat.hubbub.broker;

/**
 * Hands stored events to the subscribers of every node, in the order of their numbers.
 * For one thread, which must call it in the order of the commits.
 */
public interface Distribution {

	/**
	 * Distributes the events of a commit of this node.
	 * @param events the events, which are stored
	 * @param later runs once, on any thread, when all of them have been handed to every
	 * outbox of this node, unless they already have when this method returns
	 * @return whether they already have
	 */
	boolean distribute(NewEvents events, Runnable later);

}
