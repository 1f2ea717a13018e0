package chat.hubbub.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.sockjs.transport.SockJsSession;
import org.springframework.web.socket.sockjs.transport.session.AbstractSockJsSession;

import chat.hubbub.broker.wire.Framing;
import chat.hubbub.broker.wire.Link;

/**
 * A Spring session whose writes may block, as those of SockJS do. They run on an
 * executor, one at a time for each connection.
 */
final class BlockingLink implements Link {

	private static final Logger logger = LoggerFactory.getLogger(BlockingLink.class);

	private static final long REQUEST_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

	private final WebSocketSession session;

	private final Executor executor;

	BlockingLink(WebSocketSession session, Executor executor) {
		this.session = session;
		this.executor = executor;
	}

	@Override
	public String transport() {
		return "sockjs";
	}

	@Override
	public Framing framing() {
		return Framing.MESSAGES;
	}

	@Override
	public void write(ByteBuffer bytes, boolean binary, Sent done) {
		// SockJS supports only text.
		boolean text = !binary || this.session instanceof SockJsSession;
		WebSocketMessage<?> message = text ? new TextMessage(StandardCharsets.UTF_8.decode(bytes))
				: new BinaryMessage(bytes);
		try {
			this.executor.execute(() -> done.sent(send(message)));
		}
		catch (RejectedExecutionException ex) {
			logger.warn("Too many clients block their writes; another one is disconnected");
			done.sent(false);
		}
	}

	@Override
	public void close(int code, String reason) {
		closeSoon(new CloseStatus(code, reason));
	}

	/**
	 * Closes without a handshake, which would wait for the blocked write. A write to a
	 * SockJS WebSocket can block as long as its client likes, and an HTTP response as
	 * long as Jetty's idle timeout.
	 */
	@Override
	public void abort() {
		if (this.session instanceof NativeWebSocketSession holder
				&& holder.getNativeSession() instanceof org.eclipse.jetty.websocket.api.Session jetty) {
			jetty.disconnect();
		}
		else {
			closeSoon(CloseStatus.SESSION_NOT_RELIABLE);
		}
	}

	private boolean send(WebSocketMessage<?> message) {
		try {
			if (!awaitRequest()) {
				return false;
			}
			this.session.sendMessage(message);
			return true;
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("A client went away", ex);
			return false;
		}
	}

	/**
	 * Waits until the client has an open request. Between two HTTP requests SockJS would
	 * buffer a limited number of messages and drop them if the session closes; in the
	 * outbox they are safe. SockJS closes a client that sends no further request.
	 */
	private boolean awaitRequest() {
		while (this.session instanceof AbstractSockJsSession sockJs && sockJs.isOpen() && !sockJs.isActive()) {
			if (Thread.currentThread().isInterrupted()) {
				return false;
			}
			LockSupport.parkNanos(REQUEST_POLL_NANOS);
		}
		return this.session.isOpen();
	}

	private void closeSoon(CloseStatus status) {
		try {
			this.executor.execute(() -> close(status));
		}
		catch (RejectedExecutionException ex) {
			logger.debug("The close of a connection is delayed: too many clients block their writes", ex);
		}
	}

	private void close(CloseStatus status) {
		try {
			this.session.close(status);
		}
		catch (IOException ex) {
			logger.debug("A client was gone before its connection was closed", ex);
		}
	}

}
