package chat.hubbub.transport;

import java.io.IOException;
import java.util.Optional;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.connection.Connections;

/**
 * STOMP over TCP, for the many clients without WebSocket support: a second connector of
 * the web server's Jetty.
 */
@Component
class TcpListener implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(TcpListener.class);

	// After a restart all clients reconnect at once. A client that finds the queue full
	// waits for a second or more.
	private static final int ACCEPT_QUEUE = 1024;

	private final StompProperties properties;

	/**
	 * A provider, because with a direct dependency Spring would stop this listener before
	 * the connections.
	 */
	private final ObjectProvider<Connections> connections;

	private final StompTls tls;

	private final ServerProperties web;

	private final WebServerApplicationContext context;

	private final Turns turns;

	private @Nullable ServerConnector connector;

	TcpListener(StompProperties properties, ObjectProvider<Connections> connections, StompTls tls, ServerProperties web,
			WebServerApplicationContext context, Turns turns) {
		this.properties = properties;
		this.connections = connections;
		this.tls = tls;
		this.web = web;
		this.context = context;
		this.turns = turns;
	}

	/**
	 * Opens the port.
	 * @throws StompPortUnavailable if it cannot be opened
	 */
	@Override
	public void start() {
		if (this.properties.port() == 0 || !(this.context.getWebServer() instanceof JettyWebServer jetty)) {
			return;
		}
		Optional<SslContextFactory.Server> tls = this.tls.factory();
		ServerConnector opened = new ProbingConnector(jetty.getServer(), tls.orElse(null), new Stomp());
		opened.setPort(this.properties.port());
		if (this.web.getAddress() != null) {
			opened.setHost(this.web.getAddress().getHostAddress());
		}
		opened.setIdleTimeout(0);
		opened.setAcceptQueueSize(ACCEPT_QUEUE);
		try {
			opened.start();
		}
		catch (IOException ex) {
			throw new StompPortUnavailable(this.properties.port(), ex);
		}
		catch (Exception ex) {
			throw new IllegalStateException("STOMP over TCP could not be started", ex);
		}
		this.connector = opened;
		logger.info("STOMP over TCP is at port {}{}", opened.getLocalPort(), tls.isPresent() ? " (TLS)" : "");
	}

	/** Takes no new clients. */
	void shut() {
		ServerConnector open = this.connector;
		if (open != null) {
			open.close();
		}
	}

	@Override
	public void stop() {
		ServerConnector closing = this.connector;
		this.connector = null;
		try {
			if (closing != null) {
				// A client that was accepted last may have come after the others were
				// told.
				this.connections.getObject().awaitEnd();
				closing.stop();
			}
		}
		catch (Exception ex) {
			logger.warn("STOMP over TCP did not stop cleanly", ex);
		}
	}

	@Override
	public boolean isRunning() {
		return this.connector != null;
	}

	/**
	 * Starts after the web server; stops before it, and after the connections have ended.
	 */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE + 1;
	}

	/** Creates a {@link TcpLink} for each accepted connection. */
	private final class Stomp extends AbstractConnectionFactory {

		Stomp() {
			super("stomp");
		}

		@Override
		public Connection newConnection(Connector connector, EndPoint endPoint) {
			return configure(new TcpLink(endPoint, connector.getExecutor(), connector.getByteBufferPool(),
					TcpListener.this.turns, TcpListener.this.connections.getObject()), connector, endPoint);
		}

	}

}
