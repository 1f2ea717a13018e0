package chat.hubbub.cluster;

import chat.hubbub.broker.Distribution;
import chat.hubbub.broker.NewEvents;

/**
 * Passes the events of this node to the other nodes and to its own sequencer, and those
 * of the other nodes to the sequencer.
 */
final class ClusterDistribution implements Distribution {

	private static final String EVENTS = "events";

	private final NodeBus nodes;

	private final Sequencer sequencer;

	ClusterDistribution(NodeBus nodes, Sequencer sequencer) {
		this.nodes = nodes;
		this.sequencer = sequencer;
		nodes.listen(EVENTS, (node, body) -> sequencer.arrived(Groups.read(body)));
	}

	@Override
	public boolean distribute(NewEvents events, Runnable later) {
		if (events.events().isEmpty()) {
			return true;
		}
		this.nodes.publish(EVENTS, Groups.write(events));
		return this.sequencer.own(events, later);
	}

}
