package chat.hubbub.cluster;

import java.util.List;
import java.util.Map;

import chat.hubbub.broker.EventsArrived;
import chat.hubbub.broker.PastForgotten;
import chat.hubbub.broker.Published;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.bus.Receivers;

/** Hands what the sequencer lets through to the receivers of this node. */
final class LocalOutlet implements Sequencer.Outlet {

	private final Receivers receivers;

	LocalOutlet(Receivers receivers) {
		this.receivers = receivers;
	}

	@Override
	public void deliver(List<EncodedMessage> events) {
		this.receivers.tell(new Published(events));
	}

	@Override
	public void forget(String destination) {
		this.receivers.tell(new PastForgotten(destination));
	}

	@Override
	public void arrived(Map<String, Long> heads) {
		this.receivers.tell(new EventsArrived(heads));
	}

}
