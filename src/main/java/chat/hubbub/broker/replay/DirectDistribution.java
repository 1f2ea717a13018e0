package chat.hubbub.broker.replay;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.Distribution;
import chat.hubbub.broker.NewEvents;
import chat.hubbub.broker.Published;
import chat.hubbub.bus.Bus;

/** On a single node the order of the commits is the order of the numbers. */
@Component
@ConditionalOnProperty(name = "hubbub.cluster.enabled", havingValue = "false", matchIfMissing = true)
class DirectDistribution implements Distribution {

	private final Bus bus;

	DirectDistribution(Bus bus) {
		this.bus = bus;
	}

	@Override
	public boolean distribute(NewEvents events, Runnable later) {
		this.bus.publish(new Published(events.events()));
		return true;
	}

}
