package chat.hubbub.cluster;

/**
 * Carries bytes from each node to all others. It is only a hint: what it loses is read
 * from the store. Thread-safe.
 */
public interface NodeBus {

	/**
	 * Sends bytes to the other nodes, in the order of the calls of one thread. Does not
	 * wait: a message that does not fit into its queue is dropped.
	 * @param kind the kind of message, which decides who listens
	 * @param body the bytes; must not be changed afterwards
	 */
	void publish(String kind, byte[] body);

	/**
	 * Listens to the other nodes for the life of this node. The bytes of one node come in
	 * their order, unless some are lost.
	 * @param kind the kind of message, which has one listener
	 * @param listener is called by one thread; it may wait, which makes others wait
	 */
	void listen(String kind, Listener listener);

	/**
	 * Whether messages are believed to arrive at present. If not, nodes ask the store
	 * more often.
	 * @return {@code false} also if it is not known
	 */
	boolean isUp();

	/** Receives the bytes of other nodes. */
	@FunctionalInterface
	interface Listener {

		/**
		 * Bytes have come.
		 * @param node the id of the node that sent them
		 * @param body the bytes
		 */
		void arrived(String node, byte[] body);

	}

}
