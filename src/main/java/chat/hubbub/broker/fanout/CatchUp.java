package chat.hubbub.broker.fanout;

/** Brings subscriptions up to date that begin or have fallen behind. Thread-safe. */
public interface CatchUp {

	/**
	 * Begins with a subscription, and joins it to its shard when it has had all there is;
	 * on the shard's thread.
	 */
	void begin(Shard shard, Subscription subscription);

}
