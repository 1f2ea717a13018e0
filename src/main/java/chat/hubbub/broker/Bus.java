package chat.hubbub.broker;

/**
 * Carries broadcasts to every node. On one node it is a direct call to the shards.
 */
public interface Bus {

	/**
	 * Hands a message to all subscribers of its destination. Waits while they are handed
	 * more than they can take, which slows down whoever publishes. The events of one
	 * topic must come from one thread at a time, in the order of their numbers: in that
	 * order every subscriber gets them.
	 * @param message the message
	 */
	void publish(EncodedMessage message);

}
