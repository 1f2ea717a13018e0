package chat.hubbub.broker.fanout;

/** Lets subscriptions catch up that begin or have fallen behind. Thread-safe. */
public interface CatchUp {

	/**
	 * Starts to catch up, and joins the subscription to its shard when it has all events;
	 * on the shard's thread.
	 */
	void begin(Shard shard, Subscription subscription);

}
