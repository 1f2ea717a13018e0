package chat.hubbub.transport;

import java.time.Duration;

import jakarta.servlet.ServletContext;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;

/**
 * Upgrades by Jetty. Heart-beats tell dead connections from idle ones, so it need not. Of
 * a compressed message it is the size that it unfolds to which is bounded.
 */
final class JettyUpgrade extends JettyRequestUpgradeStrategy {

	private final boolean compression;

	JettyUpgrade(boolean compression) {
		this.compression = compression;
		addWebSocketConfigurer((policy) -> {
			policy.setMaxTextMessageSize(WebSocketDecoder.MAX_MESSAGE_BYTES);
			policy.setMaxBinaryMessageSize(WebSocketDecoder.MAX_MESSAGE_BYTES);
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
