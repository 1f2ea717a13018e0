package chat.hubbub.transport;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.SubscribableChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * The chat over one plain WebSocket: whoever is connected receives every text of the
 * lobby, and every text frame is posted there. To the rest of Hubbub such a client looks
 * like one that speaks STOMP: it connects, subscribes and sends. Thread-safe.
 */
@Component
class PlainChat extends TextWebSocketHandler implements MessageHandler {

	private final SubscribableChannel inbound;

	private final Map<String, PlainChatter> chatters = new ConcurrentHashMap<>();

	PlainChat(@Qualifier("clientInboundChannel") SubscribableChannel inbound,
			@Qualifier("clientOutboundChannel") SubscribableChannel outbound) {
		this.inbound = inbound;
		outbound.subscribe(this);
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		PlainChatter chatter = new PlainChatter(session, this.inbound);
		this.chatters.put(session.getId(), chatter);
		chatter.enter();
	}

	@Override
	protected void handleTextMessage(WebSocketSession session, TextMessage text) {
		PlainChatter chatter = this.chatters.get(session.getId());
		if (chatter != null) {
			chatter.post(text.asBytes());
		}
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		PlainChatter chatter = this.chatters.remove(session.getId());
		if (chatter != null) {
			chatter.leave();
		}
	}

	@Override
	public void handleMessage(Message<?> message) {
		String session = SimpMessageHeaderAccessor.getSessionId(message.getHeaders());
		PlainChatter chatter = (session != null) ? this.chatters.get(session) : null;
		if (chatter != null) {
			chatter.receive(message);
		}
	}

}
