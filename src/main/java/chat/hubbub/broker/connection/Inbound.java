package chat.hubbub.broker.connection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpAttributesContextHolder;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.messaging.SessionConnectEvent;
import org.springframework.web.socket.messaging.SessionConnectedEvent;
import org.springframework.web.socket.messaging.SessionDisconnectEvent;
import org.springframework.web.socket.messaging.SessionSubscribeEvent;
import org.springframework.web.socket.messaging.SessionUnsubscribeEvent;

import chat.hubbub.broker.fanout.Subscription;
import chat.hubbub.broker.fanout.SubscriptionFault;
import chat.hubbub.broker.wire.Fault;
import chat.hubbub.stomp.FrameFault;
import chat.hubbub.words.Phrase;

/**
 * Hands the frames of clients to the application through Spring's inbound channel, and
 * publishes Spring's events about their connections and subscriptions. Thread-safe.
 */
@Component
class Inbound {

	private final MessageChannel channel;

	private final Refusals refusals;

	private final ApplicationEventPublisher events;

	private final PromptDestinations prompt;

	Inbound(@Qualifier("clientInboundChannel") MessageChannel channel, Refusals refusals,
			ApplicationEventPublisher events, PromptDestinations prompt) {
		this.channel = channel;
		this.refusals = refusals;
		this.events = events;
		this.prompt = prompt;
	}

	/** Whether a SEND never waits and takes a short time. */
	boolean isPrompt(String destination, byte[] body) {
		return this.prompt.contains(destination, body);
	}

	/**
	 * Prepares a frame for the application.
	 * @param headers the frame's headers without escapes
	 */
	static StompHeaderAccessor frame(Connection connection, StompCommand command, Map<String, String> headers) {
		Map<String, List<String>> natives = new LinkedHashMap<>();
		headers.forEach((name, value) -> natives.put(name, List.of(value)));
		StompHeaderAccessor frame = accessor(command, natives);
		frame.setSessionId(connection.id());
		frame.setSessionAttributes(connection.attributes());
		frame.setUser(connection.user());
		return frame;
	}

	private static StompHeaderAccessor accessor(StompCommand command, Map<String, List<String>> headers) {
		try {
			return StompHeaderAccessor.create(command, headers);
		}
		catch (InvalidMimeTypeException ex) {
			throw FrameFault.header(Phrase.of("header.content-type"));
		}
	}

	/**
	 * Hands a frame to the application, on the calling thread. A refusal is reported to
	 * the client.
	 * @return whether the frame was accepted
	 */
	boolean dispatch(Connection connection, StompHeaderAccessor frame, byte[] body) {
		Exchange exchange = Exchange.attach(frame, connection);
		frame.setLeaveMutable(true);
		Message<byte[]> message = MessageBuilder.createMessage(body, frame.getMessageHeaders());
		try {
			SimpAttributesContextHolder.setAttributesFromMessage(message);
			if (!this.channel.send(message)) {
				return false;
			}
			publish(frame, message);
		}
		catch (RuntimeException ex) {
			this.refusals.refuse(message, ex);
			return false;
		}
		finally {
			SimpAttributesContextHolder.resetAttributes();
		}
		exchange.handled();
		return !exchange.isRefused();
	}

	private void publish(StompHeaderAccessor frame, Message<byte[]> message) {
		StompCommand command = frame.getCommand();
		if (command == StompCommand.CONNECT) {
			this.events.publishEvent(new SessionConnectEvent(this, message, frame.getUser()));
			this.events.publishEvent(new SessionConnectedEvent(this, message, frame.getUser()));
		}
		else if (command == StompCommand.SUBSCRIBE) {
			this.events.publishEvent(new SessionSubscribeEvent(this, message, frame.getUser()));
		}
		else if (command == StompCommand.UNSUBSCRIBE) {
			this.events.publishEvent(new SessionUnsubscribeEvent(this, message, frame.getUser()));
		}
		else if (command == StompCommand.DISCONNECT) {
			this.events.publishEvent(new SessionDisconnectEvent(this, message, String.valueOf(frame.getSessionId()),
					CloseStatus.NORMAL, frame.getUser()));
		}
	}

	/** Tells the application and the client that a subscription was ended. */
	void sayEnded(Connection connection, Subscription subscription) {
		StompHeaderAccessor frame = StompHeaderAccessor.create(StompCommand.UNSUBSCRIBE);
		frame.setSessionId(connection.id());
		frame.setSubscriptionId(subscription.id());
		frame.setUser(connection.user());
		publish(frame, MessageBuilder.createMessage(new byte[0], frame.getMessageHeaders()));
		refuse(connection, Fault.of(SubscriptionFault.ended(subscription.destination()), null));
	}

	/** Counts a refusal that ends a connection. */
	void count(Fault fault) {
		this.refusals.count(fault);
	}

	/** Tells a client that something of it was refused. */
	void refuse(Connection connection, Fault fault) {
		this.refusals.refuse(connection, fault);
	}

}
