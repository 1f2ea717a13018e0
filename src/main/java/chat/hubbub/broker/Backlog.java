package chat.hubbub.broker;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import chat.hubbub.broker.wire.EncodedMessage;

/**
 * The stored events of topics, for subscribers that were offline. Thread-safe; may block.
 */
public interface Backlog {

	/** The maximum number of events to search for the newest messages. */
	int LAST_EVENTS = 1_000;

	/** The maximum bytes of the bodies of one page, unless it has a single event. */
	int PAGE_BYTES = 1024 * 1024;

	/**
	 * The newest event of a topic.
	 * @param destination a destination that clients subscribe to
	 * @return the number of its newest stored event, 0 without events, or empty if
	 * messages to the destination are not stored
	 */
	OptionalLong head(String destination);

	/**
	 * The newest events of some topics.
	 * @param destinations destinations that clients subscribe to
	 * @return the number of the newest stored event of each that is a topic's
	 */
	default Map<String, Long> heads(Collection<String> destinations) {
		Map<String, Long> heads = new HashMap<>();
		destinations.forEach((destination) -> head(destination).ifPresent((head) -> heads.put(destination, head)));
		return heads;
	}

	/**
	 * The newest events of all topics that have events.
	 * @return the number of the newest stored event of each, by its destination
	 */
	Map<String, Long> heads();

	/**
	 * The epoch of the store, from this start to the next.
	 * @return its unique id
	 */
	String epoch();

	/**
	 * Whether the store still has the events that a client received in an epoch. After a
	 * restore from a backup, the store gives the same numbers to other events.
	 * @param destination the topic's destination
	 * @param epoch the id of an epoch, which may not exist
	 * @param seq the number up to which the client has all events
	 * @return {@code false} also if the epoch is unknown, unless the number is 0
	 */
	boolean holds(String destination, String epoch, long seq);

	/**
	 * Finds the first of the newest messages of a topic. Other kinds of events do not
	 * count.
	 * @param destination the topic's destination
	 * @param count the number of messages, at least 1
	 * @param head the number of the topic's newest event
	 * @return the number of the oldest of these messages, or 1 if there are fewer in all;
	 * empty if it is more than {@value #LAST_EVENTS} events back
	 */
	OptionalLong last(String destination, long count, long head);

	/**
	 * Reads events of a topic.
	 * @param destination the topic's destination
	 * @param seq only events after this number
	 * @param limit the maximum number of events
	 * @return the events, the oldest first; fewer if their bodies would exceed
	 * {@value #PAGE_BYTES} bytes, and empty only at the end
	 */
	List<EncodedMessage> after(String destination, long seq, int limit);

}
