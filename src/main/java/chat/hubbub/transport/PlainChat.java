package chat.hubbub.transport;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

import chat.hubbub.broker.Session;
import chat.hubbub.broker.Sessions;

/**
 * The chat over one plain WebSocket: whoever is connected receives every text of the
 * lobby, and every text frame is posted there. To the rest of Hubbub such a client looks
 * like one that speaks STOMP: it connects, subscribes and sends. What is refused ends its
 * connection, for it knows no other way to be told. Thread-safe.
 */
@Component
class PlainChat extends TextWebSocketHandler {

	private static final byte[] EMPTY = new byte[0];

	private static final Map<String, String> LOBBY = Map.of("id", "lobby", "destination", "/topic/chat");

	private static final Map<String, String> TEXT = Map.of("destination", "/app/chat", "content-type", "text/plain");

	private final Sessions sessions;

	private final Links links;

	private final Map<String, Session> connections = new ConcurrentHashMap<>();

	PlainChat(Sessions sessions, Links links) {
		this.sessions = sessions;
		this.links = links;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		Session connection = this.sessions.openPlain(this.links.of(session), session.getAttributes());
		this.connections.put(session.getId(), connection);
		if (!connection.isFailed() && connection.dispatch(StompCommand.CONNECT, Map.of(), EMPTY)) {
			connection.dispatch(StompCommand.SUBSCRIBE, LOBBY, EMPTY);
		}
	}

	@Override
	protected void handleTextMessage(WebSocketSession session, TextMessage text) {
		Session connection = this.connections.get(session.getId());
		if (connection != null && !connection.isFailed()) {
			connection.dispatch(StompCommand.SEND, TEXT, text.asBytes());
		}
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		Session connection = this.connections.remove(session.getId());
		if (connection != null) {
			connection.end();
		}
	}

}
