package chat.hubbub.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import chat.hubbub.broker.Backlog;

/**
 * Asks the store for the heads of topics, which proves that no event was missed: of those
 * with subscribers once a second, and five times a second without a bus. The others are
 * asked for five times less often, for features that count messages.
 */
final class HeadPoll {

	static final Duration EVERY = Duration.ofMillis(200);

	private static final int SELDOM = 5;

	private final Sequencer sequencer;

	private final Backlog store;

	private final NodeBus nodes;

	private final LiveTopics live;

	private int round;

	HeadPoll(Sequencer sequencer, Backlog store, NodeBus nodes, LiveTopics live) {
		this.sequencer = sequencer;
		this.store = store;
		this.nodes = nodes;
		this.live = live;
	}

	/** One round; for one thread. */
	void poll() {
		this.round++;
		int unit = this.nodes.isUp() ? SELDOM : 1;
		if (this.round % unit != 0) {
			return;
		}
		this.sequencer.heads(heads(this.round % (unit * SELDOM) == 0));
	}

	private Map<String, Long> heads(boolean all) {
		if (all || this.live.mayBeAny()) {
			return this.store.heads();
		}
		List<String> topics = this.live.all();
		return topics.isEmpty() ? Map.of() : this.store.heads(topics);
	}

}
