package chat.hubbub.cluster;

import chat.hubbub.broker.Distribution;
import chat.hubbub.broker.NewEvents;

/**
 * Passes the events of this node to the other nodes and to its own sequencer, and those
 * of the other nodes to the sequencer.
 */
final class ClusterDistribution implements Distribution {

	static final String EVENTS = "events";

	private final NodeBus nodes;

	private final Sequencer sequencer;

	private final Changes changes;

	ClusterDistribution(NodeBus nodes, Sequencer sequencer, Changes changes) {
		this.nodes = nodes;
		this.sequencer = sequencer;
		this.changes = changes;
		nodes.listen(EVENTS, (node, body) -> arrived(Groups.read(body)));
	}

	@Override
	public boolean distribute(NewEvents events, Runnable later) {
		if (events.events().isEmpty()) {
			return true;
		}
		this.nodes.publish(EVENTS, Groups.write(events));
		// A right that was withdrawn on another node before is withdrawn here, too.
		this.changes.applyUpTo(events.change());
		return this.sequencer.own(events, later);
	}

	private void arrived(NewEvents events) {
		this.changes.applyUpTo(events.change());
		this.sequencer.arrived(events);
	}

}
