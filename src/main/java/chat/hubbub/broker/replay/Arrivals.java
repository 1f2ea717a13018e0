package chat.hubbub.broker.replay;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import chat.hubbub.broker.Fanout;
import chat.hubbub.broker.PastChanged;
import chat.hubbub.broker.PastForgotten;
import chat.hubbub.broker.Published;
import chat.hubbub.broker.Replaced;
import chat.hubbub.broker.Rewritten;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Bus;

/** Passes facts of the bus to this node's subscribers and tails. */
@Component
class Arrivals {

	private static final Logger logger = LoggerFactory.getLogger(Arrivals.class);

	private final Fanout fanout;

	Arrivals(Bus bus, Fanout fanout, Past past) {
		this.fanout = fanout;
		bus.receive(Published.class, (fact) -> publish(fact.messages()));
		bus.receive(Replaced.class, (fact) -> past.replace(fact.event()));
		bus.receive(Rewritten.class, (fact) -> past.rewrite(fact.destination()));
		bus.receive(PastForgotten.class, (fact) -> past.forget(fact.destination()));
		bus.receive(PastChanged.class, (fact) -> past.refresh());
		bus.receive(AnythingChanged.class, (fact) -> past.forget());
	}

	/**
	 * Publishes messages without repetition, because a later attempt would deliver them
	 * out of order.
	 */
	private void publish(List<EncodedMessage> messages) {
		try {
			this.fanout.publish(messages);
		}
		catch (RuntimeException | Error ex) {
			// The events are stored, so a client that misses one sees the gap and reads
			// it again.
			logger.error("{} messages could not be broadcast", messages.size(), ex);
		}
	}

}
