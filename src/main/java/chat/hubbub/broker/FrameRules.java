package chat.hubbub.broker;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;

/**
 * What a client may send where. Spring lets a client's SEND to {@code /topic/...} through
 * as a broadcast: here it ends.
 */
@Component
class FrameRules implements ChannelInterceptor {

	private final Refusals refusals;

	FrameRules(Refusals refusals) {
		this.refusals = refusals;
	}

	@Override
	public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
		StompHeaderAccessor frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
		ProtocolFault fault = (frame != null) ? check(frame) : null;
		if (fault == null) {
			return message;
		}
		this.refusals.refuse(message, fault);
		return null;
	}

	private static @Nullable ProtocolFault check(StompHeaderAccessor frame) {
		StompCommand command = frame.getCommand();
		if (command == null) {
			return null;
		}
		return switch (command) {
			case SEND -> mayGo(frame, Destinations.APP);
			case SUBSCRIBE -> mayGo(frame, Destinations.TOPIC, Destinations.USER_QUEUE, Destinations.APP);
			default -> null;
		};
	}

	private static @Nullable ProtocolFault mayGo(StompHeaderAccessor frame, String... prefixes) {
		String destination = frame.getDestination();
		for (String prefix : prefixes) {
			if (destination != null && destination.startsWith(prefix)) {
				return null;
			}
		}
		return ProtocolFault.forbiddenDestination();
	}

}
