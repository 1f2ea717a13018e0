package chat.hubbub.broker.fanout;

import java.util.function.LongConsumer;

/** A task in the queue of a shard. Its methods are for the thread of the shard. */
sealed interface ShardTask permits Broadcast, Subscription, ShardTask.Act {

	/** The bytes that it holds while it waits; small amounts are not counted. */
	default long queuedBytes() {
		return 0;
	}

	/** Runs before any message of the same round is delivered. */
	default void begin(Shard shard) {
		// An act runs after the messages.
	}

	/** Runs after the messages of the same round. */
	default void end() {
		// Messages and subscriptions are already handled.
	}

	/** The outboxes have written what they could at once. */
	default void written(LongConsumer delivery) {
		// Only the time of broadcasts is measured.
	}

	/** A task on a connection. */
	@FunctionalInterface
	non-sealed interface Act extends ShardTask {

		/** Runs the task. */
		void act();

		@Override
		default void end() {
			act();
		}

	}

}
