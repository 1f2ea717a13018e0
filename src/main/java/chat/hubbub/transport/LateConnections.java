package chat.hubbub.transport;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jetty.server.HttpStream;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

import chat.hubbub.broker.BrokerProperties;
import chat.hubbub.broker.connection.Connections;

/**
 * Waits for the connections that open while the server stops. A stop begins with the
 * clients, so the web server still takes new ones, which are told at once. It must not
 * stop before they have read that. Spring Boot waits for a handshake only until it is
 * answered; the connection opens after that. Thread-safe.
 */
@Component
class LateConnections implements HandshakeInterceptor, SmartLifecycle {

	/**
	 * A provider, because with a direct dependency Spring would stop this before the
	 * connections.
	 */
	private final ObjectProvider<Connections> connections;

	private final BrokerProperties limits;

	/** The handshakes that have not ended, and one until the stop. */
	private final AtomicInteger handshakes = new AtomicInteger(1);

	private final CountDownLatch opened = new CountDownLatch(1);

	private volatile boolean running;

	LateConnections(ObjectProvider<Connections> connections, BrokerProperties limits) {
		this.connections = connections;
		this.limits = limits;
	}

	@Override
	public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			Map<String, Object> attributes) {
		this.handshakes.incrementAndGet();
		WebSocketUpgrade.jettyRequest(request).addHttpStreamWrapper(Handshake::new);
		return true;
	}

	@Override
	public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			@Nullable Exception fault) {
		// The connection is not open yet.
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		try {
			ended();
			this.opened.await(this.limits.drainNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.connections.getObject().awaitEnd();
	}

	private void ended() {
		if (this.handshakes.decrementAndGet() == 0) {
			this.opened.countDown();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** After the last request has been answered, and before the web server stops. */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE - 1;
	}

	/** Jetty opens the connection when the request has succeeded. */
	private final class Handshake extends HttpStream.Wrapper {

		Handshake(HttpStream stream) {
			super(stream);
		}

		@Override
		public void succeeded() {
			try {
				super.succeeded();
			}
			finally {
				ended();
			}
		}

		@Override
		public void failed(Throwable fault) {
			try {
				super.failed(fault);
			}
			finally {
				ended();
			}
		}

	}

}
