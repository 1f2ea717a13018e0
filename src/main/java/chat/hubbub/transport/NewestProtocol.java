package chat.hubbub.transport;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.RequestUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/**
 * Chooses the sub-protocol that the endpoint prefers. Spring would choose the first that
 * the client offers, but old STOMP clients list the oldest first. Spring logs under the
 * name of this class, at TRACE including headers with tokens, so {@code application.yaml}
 * turns that off.
 */
final class NewestProtocol extends DefaultHandshakeHandler {

	NewestProtocol(RequestUpgradeStrategy strategy) {
		super(strategy);
	}

	@Override
	protected @Nullable String selectProtocol(List<String> offered, WebSocketHandler handler) {
		for (String liked : determineHandlerSupportedProtocols(handler)) {
			for (String protocol : offered) {
				if (protocol.equalsIgnoreCase(liked)) {
					return protocol;
				}
			}
		}
		return null;
	}

}
