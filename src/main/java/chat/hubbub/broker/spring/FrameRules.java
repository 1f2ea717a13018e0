package chat.hubbub.broker.spring;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.Guard;
import chat.hubbub.broker.PromptInterceptor;
import chat.hubbub.broker.connection.Exchange;
import chat.hubbub.broker.connection.Refusals;
import chat.hubbub.refusal.Refusal;

/** Lets the {@link Guard} check every SEND and SUBSCRIBE of a client. */
@Component
public class FrameRules implements PromptInterceptor {

	private final Guard guard;

	private final Refusals refusals;

	/** Checks frames with a guard and reports its refusals. */
	public FrameRules(Guard guard, Refusals refusals) {
		this.guard = guard;
		this.refusals = refusals;
	}

	@Override
	public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
		StompHeaderAccessor frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
		if (frame == null
				|| (frame.getCommand() != StompCommand.SEND && frame.getCommand() != StompCommand.SUBSCRIBE)) {
			return message;
		}
		try {
			String destination = check(frame);
			if (!destination.equals(frame.getDestination())) {
				frame.setDestination(destination);
			}
			return message;
		}
		catch (Refusal refusal) {
			this.refusals.refuse(message, refusal);
			return null;
		}
	}

	/**
	 * Checks the right again after the subscription has begun: a withdrawal in between
	 * did not find the subscription yet.
	 */
	@Override
	public void postSend(Message<?> message, MessageChannel channel, boolean sent) {
		StompHeaderAccessor frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
		Exchange exchange = Exchange.of(message);
		if (frame == null || exchange == null || frame.getCommand() != StompCommand.SUBSCRIBE) {
			return;
		}
		try {
			check(frame);
		}
		catch (Refusal refusal) {
			exchange.connection().subscriptions().end(String.valueOf(frame.getSubscriptionId()));
			this.refusals.refuse(message, refusal);
		}
	}

	private String check(StompHeaderAccessor frame) {
		StompCommand command = Objects.requireNonNull(frame.getCommand());
		return this.guard.check(frame.getUser(), command, String.valueOf(frame.getDestination()));
	}

}
