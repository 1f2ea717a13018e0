package chat.hubbub.broker.fanout;

/** A shard's own, which it visits at each of its ticks. */
public interface Ticking {

	/**
	 * Does what is due; on the shard's thread.
	 * @param now the nano time of the tick
	 */
	void tick(long now);

}
