package chat.hubbub.broker;

import java.nio.charset.StandardCharsets;
import java.security.Principal;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.simp.user.SimpSession;
import org.springframework.messaging.simp.user.SimpUser;
import org.springframework.messaging.simp.user.SimpUserRegistry;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;

/**
 * Tells a client that a frame of its was refused: on {@code /user/queue/errors} where it
 * subscribed to that, else by an ERROR frame, after which the connection is closed (STOMP
 * 1.2, ERROR). Thread-safe.
 */
@Component
public class Refusals {

	static final String CODE = "code";

	private final MessageChannel clients;

	private final SimpMessagingTemplate messaging;

	private final SimpUserRegistry users;

	Refusals(@Lazy @Qualifier("clientOutboundChannel") MessageChannel clients, @Lazy SimpMessagingTemplate messaging,
			@Lazy SimpUserRegistry users) {
		this.clients = clients;
		this.messaging = messaging;
		this.users = users;
	}

	/**
	 * Refuses a frame. The client's receipt, if it asked for one, is not sent.
	 * @param message the client's frame
	 * @param cause why; what is not a refusal of ours is logged and reported by an id
	 */
	public void refuse(Message<?> message, Throwable cause) {
		Receipt receipt = Receipt.of(message);
		if (receipt != null) {
			receipt.refuse();
		}
		Fault fault = Fault.of(cause, (receipt != null) ? receipt.id() : requestedReceipt(message));
		String session = String.valueOf(SimpMessageHeaderAccessor.getSessionId(message.getHeaders()));
		Principal user = SimpMessageHeaderAccessor.getUser(message.getHeaders());
		if (user != null && listens(user, session)) {
			this.messaging.convertAndSendToUser(user.getName(), "/queue/errors", fault, to(session));
		}
		else {
			this.clients.send(error(session, fault));
		}
	}

	/** The ERROR frame that says so. */
	static Message<byte[]> error(@Nullable String session, Fault fault) {
		StompHeaderAccessor frame = StompHeaderAccessor.create(StompCommand.ERROR);
		frame.setSessionId(session);
		frame.setMessage(fault.message());
		frame.setNativeHeader(CODE, fault.code());
		if (fault.receipt() != null) {
			frame.setReceiptId(fault.receipt());
		}
		frame.setContentType(MimeTypeUtils.TEXT_PLAIN);
		return MessageBuilder.createMessage(fault.message().getBytes(StandardCharsets.UTF_8),
				frame.getMessageHeaders());
	}

	private boolean listens(Principal user, String sessionId) {
		SimpUser known = this.users.getUser(user.getName());
		SimpSession session = (known != null) ? known.getSession(sessionId) : null;
		return session != null && session.getSubscriptions()
			.stream()
			.anyMatch((subscription) -> subscription.getDestination().equals(Destinations.ERRORS));
	}

	private static MessageHeaders to(String session) {
		SimpMessageHeaderAccessor headers = SimpMessageHeaderAccessor.create(SimpMessageType.MESSAGE);
		headers.setSessionId(session);
		headers.setLeaveMutable(true);
		return headers.getMessageHeaders();
	}

	private static @Nullable String requestedReceipt(Message<?> message) {
		return SimpMessageHeaderAccessor.getFirstNativeHeader("receipt", message.getHeaders());
	}

}
