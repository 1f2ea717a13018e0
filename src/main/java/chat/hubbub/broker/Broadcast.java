package chat.hubbub.broker;

import java.util.List;

/**
 * Messages that were published together, on their way into the shards.
 *
 * @param messages in their order; not changed any more
 * @param queuedBytes how long they are, about
 */
record Broadcast(List<EncodedMessage> messages, long queuedBytes) implements ShardTask {

	/** How many messages count as one in the queue of a shard, which is bounded. */
	static final int MAX_MESSAGES = 32;

	static Broadcast of(List<EncodedMessage> messages) {
		return new Broadcast(messages, messages.stream().mapToLong(EncodedMessage::bytes).sum());
	}

	@Override
	public void begin(Shard shard) {
		this.messages.forEach(shard::queue);
	}

}
