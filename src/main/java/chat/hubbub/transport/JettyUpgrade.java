package chat.hubbub.transport;

import java.time.Duration;

import jakarta.servlet.ServletContext;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

import org.springframework.util.unit.DataSize;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;

/**
 * Upgrades by Jetty. Heart-beats tell dead connections from idle ones, so it need not.
 */
final class JettyUpgrade extends JettyRequestUpgradeStrategy {

	// Well above the limit on frames, so that a frame over it gets an ERROR and not just
	// a
	// closed connection. Of a compressed message it is the size that it unfolds to.
	private static final DataSize MESSAGE_LIMIT = DataSize.ofMegabytes(1);

	private final boolean compression;

	JettyUpgrade(boolean compression) {
		this.compression = compression;
		addWebSocketConfigurer((policy) -> {
			policy.setMaxTextMessageSize(MESSAGE_LIMIT.toBytes());
			policy.setMaxBinaryMessageSize(MESSAGE_LIMIT.toBytes());
			policy.setIdleTimeout(Duration.ZERO);
		});
	}

	/** Jetty takes every extension that it knows, unless it does not know it. */
	@Override
	public void setServletContext(ServletContext context) {
		super.setServletContext(context);
		if (!this.compression) {
			WebSocketServerComponents.getWebSocketComponents(ServletContextHandler.getServletContextHandler(context))
				.getExtensionRegistry()
				.unregister("permessage-deflate");
		}
	}

}
