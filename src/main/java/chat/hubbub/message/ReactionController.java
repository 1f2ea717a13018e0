package chat.hubbub.message;

import java.util.concurrent.CompletionStage;

import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.stereotype.Controller;

import chat.hubbub.account.User;
import chat.hubbub.topic.TopicName;

/**
 * Handles SEND to {@code /app/react} and {@code /app/react.TOPIC}; repeating it has no
 * effect.
 */
@Controller
class ReactionController {

	private final Messages messages;

	ReactionController(Messages messages) {
		this.messages = messages;
	}

	@MessageMapping("/react")
	CompletionStage<?> reactInLobby(User user, React react) {
		return this.messages.react(TopicName.LOBBY, user, react);
	}

	@MessageMapping("/react.{topic}")
	CompletionStage<?> react(@DestinationVariable String topic, User user, React react) {
		return this.messages.react(new TopicName(topic), user, react);
	}

}
