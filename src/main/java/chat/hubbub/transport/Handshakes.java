package chat.hubbub.transport;

import java.time.Duration;

import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;

/** How an HTTP request becomes a WebSocket, alike at every endpoint. */
final class Handshakes {

	private Handshakes() {
	}

	/** Upgrades to a {@link WebSocketLink} wherever it can be. */
	static HandshakeHandler direct() {
		return new DefaultHandshakeHandler(new WebSocketUpgrade(strategy()));
	}

	/** Upgrades by Jetty. */
	static HandshakeHandler jetty() {
		return new DefaultHandshakeHandler(strategy());
	}

	/** Heart-beats tell dead connections from idle ones, so Jetty need not. */
	private static JettyRequestUpgradeStrategy strategy() {
		JettyRequestUpgradeStrategy jetty = new JettyRequestUpgradeStrategy();
		jetty.addWebSocketConfigurer((policy) -> {
			policy.setMaxTextMessageSize(WebSocketDecoder.MAX_MESSAGE_BYTES);
			policy.setMaxBinaryMessageSize(WebSocketDecoder.MAX_MESSAGE_BYTES);
			policy.setIdleTimeout(Duration.ZERO);
		});
		return jetty;
	}

	/** What the browser's session knows, its name for one, goes with its connections. */
	static HandshakeInterceptor session() {
		HttpSessionHandshakeInterceptor session = new HttpSessionHandshakeInterceptor();
		session.setCopyHttpSessionId(false);
		return session;
	}

}
