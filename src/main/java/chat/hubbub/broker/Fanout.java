package chat.hubbub.broker;

import java.util.List;

import chat.hubbub.broker.wire.EncodedMessage;

/**
 * The subscribers of this node. Messages for the subscribers of every node are
 * {@link Published}.
 */
public interface Fanout {

	/**
	 * Hands messages to all subscribers of their destinations. Waits while the shards are
	 * overloaded, which slows down the publisher. The events of one topic must come from
	 * one thread at a time, in the order of their numbers; every subscriber receives them
	 * in that order.
	 * @param messages the messages in their order; must not be changed afterwards
	 */
	void publish(List<EncodedMessage> messages);

	/**
	 * Whether most of a destination's subscribers have fallen behind, so that senders
	 * should wait for them. Costs one map look-up.
	 * @param destination a destination that clients subscribe to
	 */
	default boolean isCongested(String destination) {
		return false;
	}

}
