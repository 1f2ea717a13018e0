package chat.hubbub.transport;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import chat.hubbub.broker.wire.Link;

/** Opens the visits of an endpoint's WebSocket clients. Thread-safe. */
interface Visits {

	/**
	 * Opens a visit.
	 * @param link the link to the client
	 * @param attributes the attributes of the handshake
	 * @param subProtocol the negotiated sub-protocol, or {@code null} without one
	 */
	Visit open(Link link, Map<String, Object> attributes, @Nullable String subProtocol);

}
