package chat.hubbub.broker;

import java.util.List;

/**
 * Messages that were published together, on their way into the shards.
 *
 * @param messages in their order; not changed any more
 */
record Broadcast(List<EncodedMessage> messages) {

	/** How many messages count as one in the queue of a shard, which is bounded. */
	static final int MAX_MESSAGES = 32;

}
