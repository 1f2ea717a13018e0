package chat.hubbub.broker.spring;

import java.util.UUID;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.SubscribableChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeType;

import chat.hubbub.broker.wire.CustomHeaders;
import chat.hubbub.bus.Bus;

/**
 * Passes developers' messages to a user on to the other nodes, because Spring finds only
 * the user's connections to this one. Thread-safe.
 */
@Component
@ConditionalOnBooleanProperty("hubbub.cluster.enabled")
class UserMessages implements MessageHandler {

	private static final String PREFIX = "/user/";

	/** The header of a message that comes from another node. */
	private static final String PASSED_ON = UserMessages.class.getName();

	private final String node = UUID.randomUUID().toString();

	private final SubscribableChannel broker;

	private final Bus bus;

	UserMessages(@Qualifier("brokerChannel") SubscribableChannel broker, Bus bus) {
		this.broker = broker;
		this.bus = bus;
		broker.subscribe(this);
		bus.receive(ToUser.class, this::arrived);
	}

	@Override
	public void handleMessage(Message<?> message) {
		MessageHeaders headers = message.getHeaders();
		String destination = SimpMessageHeaderAccessor.getDestination(headers);
		// An answer to one connection names its session.
		boolean forAll = destination != null && destination.startsWith(PREFIX)
				&& SimpMessageHeaderAccessor.getSessionId(headers) == null && !headers.containsKey(PASSED_ON);
		if (forAll && message.getPayload() instanceof byte[] body) {
			Object type = headers.get(MessageHeaders.CONTENT_TYPE);
			this.bus.publish(new ToUser(this.node, String.valueOf(destination), CustomHeaders.select(headers),
					(type != null) ? type.toString() : null, body));
		}
	}

	private void arrived(ToUser message) {
		if (message.origin().equals(this.node)) {
			return;
		}
		SimpMessageHeaderAccessor headers = SimpMessageHeaderAccessor.create(SimpMessageType.MESSAGE);
		headers.setDestination(message.destination());
		headers.setHeader(PASSED_ON, true);
		message.headers().forEach(headers::setNativeHeader);
		if (message.contentType() != null) {
			headers.setContentType(MimeType.valueOf(message.contentType()));
		}
		this.broker.send(MessageBuilder.createMessage(message.body(), headers.getMessageHeaders()));
	}

}
