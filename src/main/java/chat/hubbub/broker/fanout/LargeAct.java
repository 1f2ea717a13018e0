package chat.hubbub.broker.fanout;

/**
 * A task on a connection whose bytes are counted while it waits in the queue of a shard.
 *
 * @param action the task
 * @param queuedBytes its size
 */
public record LargeAct(ShardTask.Act action, long queuedBytes) implements ShardTask.Act {

	/**
	 * A task with that many bytes, which are counted only if there are enough of them.
	 */
	public static ShardTask.Act of(ShardTask.Act act, int bytes) {
		return (bytes > ShardQueue.SMALL_BYTES) ? new LargeAct(act, bytes) : act;
	}

	@Override
	public void act() {
		this.action.act();
	}

}
