package chat.hubbub.broker.spring;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.SubscribableChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.connection.Connection;
import chat.hubbub.broker.connection.Connections;
import chat.hubbub.broker.wire.Chunk;

/**
 * Handles messages that Spring sends directly to the subscription of one client, such as
 * the return value of a {@code @SubscribeMapping}. Thread-safe.
 */
@Component
class ClientOutbound implements MessageHandler {

	private final Connections connections;

	ClientOutbound(Connections connections, @Qualifier("clientOutboundChannel") SubscribableChannel outbound) {
		this.connections = connections;
		outbound.subscribe(this);
	}

	@Override
	public void handleMessage(Message<?> message) {
		String id = SimpMessageHeaderAccessor.getSubscriptionId(message.getHeaders());
		String destination = SimpMessageHeaderAccessor.getDestination(message.getHeaders());
		boolean deliverable = SimpMessageHeaderAccessor.getMessageType(message.getHeaders()) == SimpMessageType.MESSAGE;
		if (deliverable && id != null && destination != null && message.getPayload() instanceof byte[] body) {
			this.connections.find(SimpMessageHeaderAccessor.getSessionId(message.getHeaders()))
				.map(Connection::output)
				.ifPresent((output) -> output.send(output.wire()
					.message(output.wire().prefix(id), Chunk.NOTHING,
							FanOutBroker.encode(destination, message.getHeaders(), body))));
		}
	}

}
