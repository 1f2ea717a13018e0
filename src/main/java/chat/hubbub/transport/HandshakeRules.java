package chat.hubbub.transport;

import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.RequestUpgradeStrategy;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;

/**
 * The handshake that turns an HTTP request into a connection, the same for every
 * endpoint.
 */
@Component
class HandshakeRules {

	private final EdgeProperties properties;

	private final ObjectProvider<HandshakeInterceptor> interceptors;

	private final Turns turns;

	HandshakeRules(EdgeProperties properties, ObjectProvider<HandshakeInterceptor> interceptors, Turns turns) {
		this.properties = properties;
		this.interceptors = interceptors;
		this.turns = turns;
	}

	/**
	 * The handler that performs the upgrade. Only Jetty's implementation supports
	 * compression.
	 */
	HandshakeHandler upgrade() {
		JettyUpgrade jetty = new JettyUpgrade(this.properties.compression());
		RequestUpgradeStrategy strategy = this.properties.compression() ? jetty
				: new WebSocketUpgrade(jetty, this.turns);
		return new NewestProtocol(strategy);
	}

	/**
	 * The interceptors of a handshake. The first copies the attributes of the browser's
	 * session, such as its user, to the connection; the others follow in order,
	 * {@link Entrance} first.
	 */
	HandshakeInterceptor[] interceptors() {
		HttpSessionHandshakeInterceptor session = new HttpSessionHandshakeInterceptor();
		session.setCopyHttpSessionId(false);
		return Stream.concat(Stream.of(session), this.interceptors.orderedStream())
			.toArray(HandshakeInterceptor[]::new);
	}

	/** Other origins whose pages may connect. */
	String[] origins() {
		return this.properties.origins().toArray(String[]::new);
	}

}
