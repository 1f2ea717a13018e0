package chat.hubbub.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;

import chat.hubbub.broker.Broadcasts;

/**
 * One client of the plain chat. It knows no frames, so a refusal reaches it as the reason
 * of a close (RFC 6455, 7.4.1: 1008, policy violation).
 */
class PlainChatter {

	private static final Logger logger = LoggerFactory.getLogger(PlainChatter.class);

	private static final int SEND_TIME_LIMIT_MILLIS = 10_000;

	private static final int BUFFER_LIMIT_BYTES = 1024 * 1024;

	private static final byte[] EMPTY = new byte[0];

	private final WebSocketSession session;

	private final MessageChannel inbound;

	private @Nullable Principal user;

	PlainChatter(WebSocketSession session, MessageChannel inbound) {
		this.session = new ConcurrentWebSocketSessionDecorator(session, SEND_TIME_LIMIT_MILLIS, BUFFER_LIMIT_BYTES);
		this.inbound = inbound;
	}

	void enter() {
		StompHeaderAccessor connect = frame(StompCommand.CONNECT);
		send(connect, EMPTY);
		this.user = connect.getUser();
		StompHeaderAccessor subscribe = frame(StompCommand.SUBSCRIBE);
		subscribe.setSubscriptionId("chat");
		subscribe.setDestination("/topic/chat");
		send(subscribe, EMPTY);
	}

	void post(byte[] text) {
		StompHeaderAccessor post = frame(StompCommand.SEND);
		post.setDestination("/app/chat");
		post.setContentType(MimeTypeUtils.TEXT_PLAIN);
		send(post, text);
	}

	void leave() {
		send(frame(StompCommand.DISCONNECT), EMPTY);
	}

	void receive(Message<?> message) {
		String text = Broadcasts.plainText(message.getHeaders());
		StompHeaderAccessor frame = StompHeaderAccessor.wrap(message);
		try {
			if (text != null) {
				this.session.sendMessage(new TextMessage(text.getBytes(StandardCharsets.UTF_8)));
			}
			else if (frame.getCommand() == StompCommand.ERROR) {
				this.session.close(CloseStatus.POLICY_VIOLATION.withReason(String.valueOf(frame.getMessage())));
			}
		}
		catch (IOException ex) {
			logger.debug("A plain WebSocket went away", ex);
		}
	}

	private StompHeaderAccessor frame(StompCommand command) {
		StompHeaderAccessor frame = StompHeaderAccessor.create(command);
		frame.setSessionId(this.session.getId());
		frame.setSessionAttributes(this.session.getAttributes());
		frame.setUser(this.user);
		frame.setLeaveMutable(true);
		return frame;
	}

	private void send(StompHeaderAccessor frame, byte[] body) {
		this.inbound.send(MessageBuilder.createMessage(body, frame.getMessageHeaders()));
	}

}
