package chat.hubbub.broker.fanout;

/** A member of a shard that is visited at each tick. */
public interface Ticking {

	/**
	 * Does the work that is due; on the shard's thread.
	 * @param now the nano time of the tick
	 */
	void tick(long now);

	/** The bytes that wait to be written to it; on the shard's thread. */
	default int waitingBytes() {
		return 0;
	}

}
