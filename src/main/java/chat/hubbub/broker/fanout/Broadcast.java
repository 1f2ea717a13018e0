package chat.hubbub.broker.fanout;

import java.util.List;

import chat.hubbub.broker.wire.EncodedMessage;

/**
 * Messages that were published together, on their way to the shards.
 *
 * @param messages in their order; not changed any more
 * @param queuedBytes how long they are, about
 */
public record Broadcast(List<EncodedMessage> messages, long queuedBytes) implements ShardTask {

	/**
	 * The maximum number of messages in one broadcast, which takes one place in the
	 * bounded queue of a shard.
	 */
	static final int MAX_MESSAGES = 32;

	/**
	 * A broadcast of messages in their order.
	 * @param messages at most {@value #MAX_MESSAGES}; not copied
	 */
	public static Broadcast of(List<EncodedMessage> messages) {
		return new Broadcast(messages, messages.stream().mapToLong(EncodedMessage::bytes).sum());
	}

	@Override
	public void begin(Shard shard) {
		this.messages.forEach(shard::queue);
	}

}
