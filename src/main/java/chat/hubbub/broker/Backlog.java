package chat.hubbub.broker;

import java.util.List;
import java.util.OptionalLong;

import chat.hubbub.broker.wire.EncodedMessage;

/** The stored events of topics, for subscribers who were away. Thread-safe; may block. */
public interface Backlog {

	/** How many events back the newest messages are looked for. */
	int LAST_EVENTS = 1_000;

	/** How many bytes the bodies of one page may have, unless it is a single event. */
	int PAGE_BYTES = 1024 * 1024;

	/**
	 * How far a topic has come.
	 * @param destination a destination that clients subscribe to
	 * @return the number of its newest stored event, 0 if it has none, or empty if what
	 * is sent there is not stored
	 */
	OptionalLong head(String destination);

	/**
	 * The epoch of the store: from this start to the next.
	 * @return its id, which no other epoch has
	 */
	String epoch();

	/**
	 * Whether the store has what a client had in an epoch. A store that was set back has
	 * other events under the same numbers.
	 * @param destination the topic's destination
	 * @param epoch the id of an epoch, maybe of none
	 * @param seq the number up to which the client had all events
	 * @return {@code false} also if the epoch is not known, unless the number is 0
	 */
	boolean holds(String destination, String epoch, long seq);

	/**
	 * Finds where the newest messages of a topic begin. Events of other kinds do not
	 * count.
	 * @param destination the topic's destination
	 * @param count how many messages, from 1
	 * @param head the number of the topic's newest event
	 * @return the number of the eldest of them, or 1 if there are fewer in all; empty if
	 * they begin more than {@value #LAST_EVENTS} events back
	 */
	OptionalLong last(String destination, long count, long head);

	/**
	 * Reads on in a topic.
	 * @param destination the topic's destination
	 * @param seq only what came after this number
	 * @param limit how many at the most
	 * @return the events, the oldest first; fewer than there are if their bodies would
	 * have more than {@value #PAGE_BYTES} bytes, and empty only at the end
	 */
	List<EncodedMessage> after(String destination, long seq, int limit);

}
