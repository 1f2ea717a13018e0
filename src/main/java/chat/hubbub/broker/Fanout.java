package chat.hubbub.broker;

import java.util.List;

import chat.hubbub.broker.wire.EncodedMessage;

/**
 * The subscribers of this node. What subscribers of every node shall get is
 * {@link Published}.
 */
public interface Fanout {

	/**
	 * Hands messages to all subscribers of their destinations. Waits while they are
	 * handed more than they can take, which slows down whoever publishes. The events of
	 * one topic must come from one thread at a time, in the order of their numbers: in
	 * that order every subscriber gets them.
	 * @param messages the messages in their order; not to be changed any more
	 */
	void publish(List<EncodedMessage> messages);

	/**
	 * Whether most of a destination's subscribers have fallen behind, so that whoever
	 * sends there should wait for them. It takes a look into one map.
	 * @param destination a destination that clients subscribe to
	 */
	default boolean isCongested(String destination) {
		return false;
	}

}
