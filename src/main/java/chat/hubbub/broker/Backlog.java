package chat.hubbub.broker;

import java.util.List;
import java.util.OptionalLong;

/** The stored events of topics, for subscribers who were away. Thread-safe; may block. */
public interface Backlog {

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
	 * Reads on in a topic.
	 * @param destination the topic's destination
	 * @param seq only what came after this number
	 * @param limit how many at the most
	 * @return the events, the oldest first; fewer than there are if their bodies would
	 * have more than {@value #PAGE_BYTES} bytes, and empty only at the end
	 */
	List<EncodedMessage> after(String destination, long seq, int limit);

}
