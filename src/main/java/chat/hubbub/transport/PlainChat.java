package chat.hubbub.transport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

import chat.hubbub.broker.connection.Connection;
import chat.hubbub.broker.connection.Connections;
import chat.hubbub.broker.wire.Link;
import chat.hubbub.words.Phrase;

/**
 * The lobby over a plain WebSocket: a client receives every text of the lobby, and each
 * of its text frames is posted there. To the rest of Hubbub it looks like a STOMP client
 * that connects, subscribes and sends. A refusal ends its connection, because there is no
 * other way to report it. Thread-safe.
 */
@Component
class PlainChat extends TextWebSocketHandler implements Visits {

	private static final byte[] EMPTY = new byte[0];

	private static final Map<String, String> LOBBY = Map.of("id", "lobby", "destination", "/topic/chat");

	private static final Map<String, String> TEXT = Map.of("destination", "/app/chat", "content-type", "text/plain");

	private final Connections connections;

	private final Links links;

	private final Map<String, Connection> open = new ConcurrentHashMap<>();

	PlainChat(Connections connections, Links links) {
		this.connections = connections;
		this.links = links;
	}

	@Override
	public Visit open(Link link, Map<String, Object> attributes, @Nullable String subProtocol) {
		return new PlainVisit(join(link, attributes));
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		this.open.put(session.getId(), join(this.links.of(session), session.getAttributes()));
	}

	private Connection join(Link link, Map<String, Object> attributes) {
		Connection connection = this.connections.openPlain(link, attributes);
		if (!connection.isFailed() && connection.dispatch(StompCommand.CONNECT, Map.of(), EMPTY)) {
			connection.dispatch(StompCommand.SUBSCRIBE, LOBBY, EMPTY);
		}
		return connection;
	}

	@Override
	protected void handleTextMessage(WebSocketSession session, TextMessage text) {
		Connection connection = this.open.get(session.getId());
		if (connection != null && !connection.isFailed()) {
			connection.alive();
			connection.dispatch(StompCommand.SEND, TEXT, text.asBytes());
		}
	}

	@Override
	protected void handlePongMessage(WebSocketSession session, PongMessage message) {
		Connection connection = this.open.get(session.getId());
		if (connection != null) {
			connection.alive();
		}
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		Connection connection = this.open.remove(session.getId());
		if (connection != null) {
			connection.end();
		}
	}

	/** A client that sends texts. */
	private static final class PlainVisit implements Visit {

		/** A text counts twice: the buffer copies it when it grows. */
		private static final int COPIES = 2;

		private final Connection connection;

		private ByteArrayOutputStream text = new ByteArrayOutputStream(0);

		PlainVisit(Connection connection) {
			this.connection = connection;
		}

		@Override
		public void message(ByteBuffer part, boolean binary, boolean last) {
			if (binary) {
				hangUp(CloseStatus.NOT_ACCEPTABLE.getCode(), Phrase.of("websocket.binary"));
				return;
			}
			alive();
			byte[] bytes = new byte[part.remaining()];
			part.get(bytes);
			if (this.connection.isFailed() || !this.connection.keep((long) COPIES * bytes.length)) {
				this.text = new ByteArrayOutputStream(0);
				return;
			}
			this.text.writeBytes(bytes);
			if (last) {
				post(this.text.toByteArray());
				this.connection.keep((long) -COPIES * this.text.size());
				// A new buffer, because a reset one keeps its memory.
				this.text = new ByteArrayOutputStream(0);
			}
		}

		private void post(byte[] message) {
			if (!this.connection.isFailed()) {
				this.connection.dispatch(StompCommand.SEND, TEXT, message);
			}
		}

		@Override
		public boolean isPrompt() {
			return false;
		}

		@Override
		public void say(byte[] bytes) {
			this.connection.say(bytes);
		}

		@Override
		public void alive() {
			this.connection.alive();
		}

		@Override
		public void finish() {
			this.connection.finish();
		}

		@Override
		public void hangUp(int code, Phrase reason) {
			this.connection.hangUp(code, reason);
		}

		@Override
		public void end() {
			this.connection.end();
		}

	}

}
