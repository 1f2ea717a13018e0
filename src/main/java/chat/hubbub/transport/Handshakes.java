package chat.hubbub.transport;

import java.time.Duration;

import org.springframework.util.unit.DataSize;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;

/** How an HTTP request becomes a WebSocket, alike at every endpoint. */
final class Handshakes {

	// Well above the limit on frames, so that a frame over it gets an ERROR and not just
	// a
	// closed connection.
	private static final DataSize MESSAGE_LIMIT = DataSize.ofMegabytes(1);

	private Handshakes() {
	}

	/**
	 * Upgrades by Jetty. Heart-beats tell dead connections from idle ones, so it need
	 * not.
	 */
	static HandshakeHandler jetty() {
		JettyRequestUpgradeStrategy jetty = new JettyRequestUpgradeStrategy();
		jetty.addWebSocketConfigurer((policy) -> {
			policy.setMaxTextMessageSize(MESSAGE_LIMIT.toBytes());
			policy.setMaxBinaryMessageSize(MESSAGE_LIMIT.toBytes());
			policy.setIdleTimeout(Duration.ZERO);
		});
		return new DefaultHandshakeHandler(jetty);
	}

	/** What the browser's session knows, its name for one, goes with its connections. */
	static HandshakeInterceptor session() {
		HttpSessionHandshakeInterceptor session = new HttpSessionHandshakeInterceptor();
		session.setCopyHttpSessionId(false);
		return session;
	}

}
