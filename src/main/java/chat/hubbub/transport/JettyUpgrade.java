package chat.hubbub.transport;

import java.time.Duration;

import jakarta.servlet.ServletContext;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;

/**
 * Upgrades connections with Jetty's implementation. Its idle timeout is off, because
 * heart-beats and pings detect dead connections. The size limit of a compressed message
 * applies after decompression.
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

	/**
	 * Jetty accepts every registered extension, so this unregisters compression if it is
	 * off.
	 */
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
