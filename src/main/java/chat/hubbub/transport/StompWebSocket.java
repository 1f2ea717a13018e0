package chat.hubbub.transport;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

import chat.hubbub.broker.connection.Connections;
import chat.hubbub.broker.connection.Conversation;
import chat.hubbub.broker.wire.Link;
import chat.hubbub.words.Phrase;

/**
 * STOMP over WebSocket and SockJS. A message may contain a part of a frame or several
 * frames. Thread-safe; the messages of one connection come one at a time.
 */
@Component
class StompWebSocket extends AbstractWebSocketHandler implements SubProtocolCapable, Visits {

	private final Connections connections;

	private final Links links;

	private final Map<String, Conversation> conversations = new ConcurrentHashMap<>();

	StompWebSocket(Connections connections, Links links) {
		this.connections = connections;
		this.links = links;
	}

	@Override
	public List<String> getSubProtocols() {
		return List.of("v12.stomp", "v11.stomp", "v10.stomp");
	}

	@Override
	public Visit open(Link link, Map<String, Object> attributes, @Nullable String subProtocol) {
		return new StompVisit(this.connections.openStomp(link, attributes, subProtocol));
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		this.conversations.put(session.getId(), this.connections.openStomp(this.links.of(session),
				session.getAttributes(), session.getAcceptedProtocol()));
	}

	@Override
	protected void handleTextMessage(WebSocketSession session, TextMessage message) {
		receive(session, ByteBuffer.wrap(message.asBytes()));
	}

	@Override
	protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
		receive(session, message.getPayload());
	}

	@Override
	protected void handlePongMessage(WebSocketSession session, PongMessage message) {
		Conversation conversation = this.conversations.get(session.getId());
		if (conversation != null) {
			conversation.alive();
		}
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		Conversation conversation = this.conversations.remove(session.getId());
		if (conversation != null) {
			conversation.end();
		}
	}

	private void receive(WebSocketSession session, ByteBuffer bytes) {
		Conversation conversation = this.conversations.get(session.getId());
		if (conversation != null) {
			conversation.receive(bytes);
		}
	}

	/** A client that speaks STOMP; its frames may be split across messages. */
	private record StompVisit(Conversation conversation) implements Visit {

		@Override
		public void message(ByteBuffer part, boolean binary, boolean last) {
			this.conversation.receive(part);
		}

		@Override
		public boolean isPrompt() {
			return true;
		}

		@Override
		public void say(byte[] bytes) {
			this.conversation.say(bytes);
		}

		@Override
		public void alive() {
			this.conversation.alive();
		}

		@Override
		public void finish() {
			this.conversation.finish();
		}

		@Override
		public void hangUp(int code, Phrase reason) {
			this.conversation.hangUp(code, reason);
		}

		@Override
		public void end() {
			this.conversation.end();
		}

	}

}
