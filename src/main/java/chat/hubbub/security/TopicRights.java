package chat.hubbub.security;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.Refusals;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

/** Who may subscribe to a topic: today everybody, to each topic that there is. */
@Component
class TopicRights implements ChannelInterceptor {

	private final Topics topics;

	private final Refusals refusals;

	TopicRights(Topics topics, Refusals refusals) {
		this.topics = topics;
		this.refusals = refusals;
	}

	@Override
	public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
		StompHeaderAccessor frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
		String destination = (frame != null && frame.getCommand() == StompCommand.SUBSCRIBE) ? frame.getDestination()
				: null;
		if (destination == null || !TopicName.isDestination(destination)) {
			return message;
		}
		try {
			this.topics.find(TopicName.ofDestination(destination));
			return message;
		}
		catch (Refusal refusal) {
			this.refusals.refuse(message, refusal);
			return null;
		}
	}

}
