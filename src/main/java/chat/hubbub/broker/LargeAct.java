package chat.hubbub.broker;

/**
 * An act on a connection that holds more bytes than are worth no counting while it waits
 * in the queue of a shard.
 *
 * @param act what to do
 * @param bytes how many
 */
record LargeAct(Runnable act, int bytes) implements Runnable {

	/** An act that holds so many bytes, counted if they are worth it. */
	static Runnable of(Runnable act, int bytes) {
		return (bytes > ShardQueue.SMALL_BYTES) ? new LargeAct(act, bytes) : act;
	}

	@Override
	public void run() {
		this.act.run();
	}

}
