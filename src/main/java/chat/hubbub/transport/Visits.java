package chat.hubbub.transport;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.Link;

/** What an endpoint offers to those who come by WebSocket. Thread-safe. */
interface Visits {

	/**
	 * Begins a visit.
	 * @param link the way out
	 * @param attributes what is known of the client
	 * @param subProtocol the sub-protocol that was agreed on, or {@code null} for none
	 */
	Visit open(Link link, Map<String, Object> attributes, @Nullable String subProtocol);

}
