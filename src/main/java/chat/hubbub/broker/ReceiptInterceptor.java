package chat.hubbub.broker;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;

/** Gives each client frame that asks for one its {@link Receipt}. Thread-safe. */
@Component
class ReceiptInterceptor implements ChannelInterceptor {

	// The broker itself answers a DISCONNECT; the CONNECTED frame answers a CONNECT.
	private static final Set<StompCommand> OTHERS = EnumSet.of(StompCommand.CONNECT, StompCommand.STOMP,
			StompCommand.DISCONNECT);

	private final MessageChannel clients;

	ReceiptInterceptor(@Lazy @Qualifier("clientOutboundChannel") MessageChannel clients) {
		this.clients = clients;
	}

	@Override
	public Message<?> preSend(Message<?> message, MessageChannel channel) {
		StompHeaderAccessor frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
		if (frame == null) {
			return message;
		}
		String id = frame.getReceipt();
		String session = frame.getSessionId();
		if (id != null && session != null && !OTHERS.contains(frame.getCommand())) {
			new Receipt(id, session, this.clients).travelIn(frame);
		}
		return message;
	}

	@Override
	public void afterSendCompletion(Message<?> message, MessageChannel channel, boolean sent, @Nullable Exception ex) {
		Receipt receipt = Receipt.of(message);
		if (receipt != null && sent && ex == null) {
			receipt.handled();
		}
	}

}
