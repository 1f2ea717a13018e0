package chat.hubbub.message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import chat.hubbub.broker.Distribution;
import chat.hubbub.broker.NewEvents;
import chat.hubbub.broker.Replaced;
import chat.hubbub.broker.Rewritten;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.bus.Bus;

/**
 * Publishes a commit: first it updates changed messages in the broker's memory, then it
 * hands the events to all subscribers. A client that receives a deletion can therefore no
 * longer read the text. For the thread that writes.
 */
@Component
class Publication {

	private static final Logger logger = LoggerFactory.getLogger(Publication.class);

	private final Bus bus;

	private final Distribution distribution;

	private final Encoding encoding;

	private volatile IntConsumer groupListener = (size) -> {
	};

	private volatile LongConsumer timeListener = (nanos) -> {
	};

	Publication(Bus bus, Distribution distribution, Encoding encoding) {
		this.bus = bus;
		this.distribution = distribution;
		this.encoding = encoding;
	}

	/**
	 * Publishes the outcomes of a commit; a fault is logged. The commit is completed when
	 * its events have been handed to all outboxes of this node, unless they already have.
	 * @return whether they already have
	 */
	boolean publish(Commit commit) {
		List<Outcome> outcomes = commit.outcomes();
		outcomes.forEach(this::remember);
		try {
			this.groupListener.accept(outcomes.size());
			return this.distribution.distribute(encode(outcomes, commit.change()), commit::complete);
		}
		catch (RuntimeException | Error ex) {
			// The events are stored, so a client that misses them sees the gap and reads
			// them
			// again.
			logger.error("{} stored events could not be broadcast", outcomes.size(), ex);
			return true;
		}
	}

	private NewEvents encode(List<Outcome> outcomes, long change) {
		List<EncodedMessage> events = new ArrayList<>(outcomes.size());
		Set<EncodedMessage> erasing = new HashSet<>(0);
		for (Outcome outcome : outcomes) {
			Event event = outcome.event();
			if (event != null && outcome.fresh()) {
				EncodedMessage message = this.encoding.encode(event);
				events.add(message);
				if (outcome.changed() != null) {
					erasing.add(message);
				}
			}
		}
		return new NewEvents(events, erasing, change);
	}

	private void remember(Outcome outcome) {
		Posted changed = outcome.changed();
		if (changed != null) {
			try {
				this.bus.publish(outcome.repeated() ? new Rewritten(changed.topicName().destination())
						: new Replaced(this.encoding.encode(changed)));
			}
			catch (RuntimeException | Error ex) {
				logger.error("Memory may still contain erased texts of {}", changed.topic(), ex);
			}
		}
	}

	/** Reports the time that the commit of a group took. */
	void committed(long nanos) {
		this.timeListener.accept(nanos);
	}

	/** Registers a listener for the time of each commit, in nanoseconds. */
	void onCommit(LongConsumer listener) {
		this.timeListener = listener;
	}

	/** Registers a listener for the size of each committed group. */
	void onGroup(IntConsumer listener) {
		this.groupListener = listener;
	}

}
