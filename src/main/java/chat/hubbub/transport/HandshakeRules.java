package chat.hubbub.transport;

import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.RequestUpgradeStrategy;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;

/** How an HTTP request becomes a connection, alike at every endpoint. */
@Component
class HandshakeRules {

	private final EdgeProperties properties;

	private final ObjectProvider<HandshakeInterceptor> interceptors;

	HandshakeRules(EdgeProperties properties, ObjectProvider<HandshakeInterceptor> interceptors) {
		this.properties = properties;
		this.interceptors = interceptors;
	}

	/** What makes a WebSocket of it; only Jetty's can be compressed. */
	HandshakeHandler upgrade() {
		JettyUpgrade jetty = new JettyUpgrade(this.properties.compression());
		RequestUpgradeStrategy strategy = this.properties.compression() ? jetty : new WebSocketUpgrade(jetty);
		return new NewestProtocol(strategy);
	}

	/**
	 * What the browser's session knows, its name for one, goes with its connections; then
	 * whoever else looks at handshakes, {@link Entrance} before others.
	 */
	HandshakeInterceptor[] interceptors() {
		HttpSessionHandshakeInterceptor session = new HttpSessionHandshakeInterceptor();
		session.setCopyHttpSessionId(false);
		return Stream.concat(Stream.of(session), this.interceptors.orderedStream())
			.toArray(HandshakeInterceptor[]::new);
	}

	/** The origins beside our own whose pages may connect. */
	String[] origins() {
		return this.properties.origins().toArray(String[]::new);
	}

}
