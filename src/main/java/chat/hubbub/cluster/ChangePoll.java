package chat.hubbub.cluster;

import java.time.Duration;

/**
 * Looks for the changes of other nodes, also when the bus has not told of any. It is for
 * one thread, which begins before the node takes connections.
 */
final class ChangePoll {

	static final Duration EVERY = Duration.ofMillis(200);

	/** A node that has not looked for longer reads everything again. */
	static final Duration KEPT = Duration.ofMinutes(10);

	/** The number of rounds between two prunings. */
	private static final int PRUNING = 300;

	private final Changes changes;

	private final ChangeStore store;

	private int round;

	ChangePoll(Changes changes, ChangeStore store) {
		this.changes = changes;
		this.store = store;
	}

	/** One round. */
	void poll() {
		this.changes.look();
		if (++this.round % PRUNING == 0) {
			this.store.prune(KEPT);
		}
	}

}
