package chat.hubbub.broker.spring;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.SubscribableChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.broker.SimpleBrokerMessageHandler;

import chat.hubbub.broker.Published;
import chat.hubbub.broker.wire.CustomHeaders;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.bus.Bus;
import chat.hubbub.stomp.Destinations;

/**
 * Spring's simple broker with its fan-out replaced: the shards keep the subscriptions and
 * deliver to them. Thread-safe.
 */
class FanOutBroker extends SimpleBrokerMessageHandler {

	private static final String ORIGINAL_DESTINATION = SimpMessageHeaderAccessor.ORIGINAL_DESTINATION;

	private final Bus bus;

	private final SubscriptionRequests requests;

	FanOutBroker(SubscribableChannel inbound, SubscribableChannel outbound, SubscribableChannel broker,
			Collection<String> prefixes, Bus bus, SubscriptionRequests requests) {
		super(inbound, outbound, broker, prefixes);
		this.bus = bus;
		this.requests = requests;
	}

	@Override
	protected void handleMessageInternal(Message<?> message) {
		MessageHeaders headers = message.getHeaders();
		String destination = SimpMessageHeaderAccessor.getDestination(headers);
		SimpMessageType type = SimpMessageHeaderAccessor.getMessageType(headers);
		if (type == SimpMessageType.SUBSCRIBE && destination != null && destination.startsWith(Destinations.APP)) {
			this.requests.remember(message, destination);
			return;
		}
		if (type == null || !checkDestinationPrefix(destination)) {
			return;
		}
		switch (type) {
			case MESSAGE -> sendMessageToSubscribers(destination, message);
			case SUBSCRIBE -> this.requests.subscribe(message, String.valueOf(destination));
			case UNSUBSCRIBE -> this.requests.unsubscribe(message);
			default -> {
				// Connections and heart-beats are handled by Connections.
			}
		}
	}

	@Override
	protected void sendMessageToSubscribers(@Nullable String destination, Message<?> message) {
		if (destination != null && message.getPayload() instanceof byte[] body) {
			this.bus.publish(new Published(List.of(encode(destination, message.getHeaders(), body))));
		}
	}

	/** Encodes any message that Spring sends to clients. */
	static EncodedMessage encode(String destination, MessageHeaders headers, byte[] body) {
		Map<String, String> customs = CustomHeaders.select(headers);
		String original = customs.remove(ORIGINAL_DESTINATION);
		Object type = headers.get(MessageHeaders.CONTENT_TYPE);
		return EncodedMessage.message(destination, (original != null) ? original : destination, customs,
				(type != null) ? type.toString() : null, body);
	}

}
