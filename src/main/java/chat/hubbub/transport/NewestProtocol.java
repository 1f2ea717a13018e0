package chat.hubbub.transport;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.RequestUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/**
 * Of the sub-protocols that a client offers, takes the one that its endpoint likes best,
 * where Spring takes the first: old clients of STOMP name the oldest first. Spring logs
 * under the name of this class, at TRACE the headers with their tokens too: that is
 * turned off in {@code application.yaml}.
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
