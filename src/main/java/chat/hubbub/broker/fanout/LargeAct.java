package chat.hubbub.broker.fanout;

/**
 * An act on a connection that holds more bytes than are worth no counting while it waits
 * in the queue of a shard.
 *
 * @param action what to do
 * @param queuedBytes how many
 */
public record LargeAct(ShardTask.Act action, long queuedBytes) implements ShardTask.Act {

	/** An act that holds so many bytes, counted if they are worth it. */
	public static ShardTask.Act of(ShardTask.Act act, int bytes) {
		return (bytes > ShardQueue.SMALL_BYTES) ? new LargeAct(act, bytes) : act;
	}

	@Override
	public void act() {
		this.action.act();
	}

}
