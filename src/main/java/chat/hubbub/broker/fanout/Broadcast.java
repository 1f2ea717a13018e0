package chat.hubbub.broker.fanout;

import java.util.List;
import java.util.function.LongConsumer;

import chat.hubbub.broker.wire.EncodedMessage;

/**
 * Messages that were published together, on their way to the shards.
 *
 * @param messages in their order; not changed any more
 * @param queuedBytes how long they are, about
 * @param publishedAt the nano time at which they were published
 */
public record Broadcast(List<EncodedMessage> messages, long queuedBytes, long publishedAt) implements ShardTask {

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
		return new Broadcast(messages, messages.stream().mapToLong(EncodedMessage::bytes).sum(), System.nanoTime());
	}

	@Override
	public void begin(Shard shard) {
		this.messages.forEach(shard::queue);
	}

	@Override
	public void written(LongConsumer delivery) {
		delivery.accept(System.nanoTime() - this.publishedAt);
	}

}
