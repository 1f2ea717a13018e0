package chat.hubbub.message;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.Bus;
import chat.hubbub.broker.Tails;

/**
 * Deletes messages: in the store, then in the broker's memory, and then all subscribers
 * are told, as they are told of a message. The log's one writer does it, so that it has
 * its place in the order of events. Thread-safe.
 */
@Component
class Deletions {

	private static final Logger logger = LoggerFactory.getLogger(Deletions.class);

	private final MessageLog log;

	private final MessageStore store;

	private final Tails tails;

	private final Bus bus;

	private final Encoding encoding;

	private final ApplicationEventPublisher events;

	Deletions(MessageLog log, MessageStore store, Tails tails, Bus bus, Encoding encoding,
			ApplicationEventPublisher events) {
		this.log = log;
		this.store = store;
		this.tails = tails;
		this.bus = bus;
		this.encoding = encoding;
		this.events = events;
	}

	/**
	 * Deletes a message.
	 * @return completes with the event when it is stored and handed to all subscribers,
	 * or with nothing if there is no such message, or none any more; or fails with
	 * {@link chat.hubbub.store.StoreUnavailable}
	 */
	CompletionStage<Optional<Deleted>> delete(Deletion deletion) {
		return this.log.betweenCommits(() -> {
			Optional<Erasure> erasure = this.store.erase(deletion,
					() -> this.events.publishEvent(deletion.done().act()));
			erasure.ifPresent(this::tell);
			return erasure.map(Erasure::deleted);
		});
	}

	/** Whoever hears of it, finds the text nowhere any more. */
	private void tell(Erasure erasure) {
		this.tails.replace(this.encoding.encode((Event) erasure.tombstone()));
		try {
			this.bus.publish(List.of(this.encoding.encode(erasure.deleted())));
		}
		catch (RuntimeException | Error ex) {
			// It is stored: whoever misses it sees the gap and reads the history.
			logger.error("A deletion could not be broadcast", ex);
		}
	}

}
