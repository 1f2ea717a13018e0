package chat.hubbub.broker.fanout;

/** What waits in the queue of a shard; its methods are for the thread of the shard. */
sealed interface ShardTask permits Broadcast, Subscription, ShardTask.Act {

	/** How many bytes it holds while it waits; few are not counted. */
	default long queuedBytes() {
		return 0;
	}

	/** What is to be done before any message of the same round is delivered. */
	default void begin(Shard shard) {
		// An act has its turn after them.
	}

	/** What is to be done after the messages of the same round. */
	default void end() {
		// A message and a subscription are dealt with by then.
	}

	/** An act on a connection. */
	@FunctionalInterface
	non-sealed interface Act extends ShardTask {

		/** Does it. */
		void act();

		@Override
		default void end() {
			act();
		}

	}

}
