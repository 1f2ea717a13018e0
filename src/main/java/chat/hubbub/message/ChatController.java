package chat.hubbub.message;

import java.util.concurrent.CompletionStage;

import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.stereotype.Controller;

import chat.hubbub.account.User;
import chat.hubbub.topic.TopicName;

/** Handles SEND to {@code /app/chat} and {@code /app/chat.TOPIC}. */
@Controller
class ChatController {

	private final Messages messages;

	ChatController(Messages messages) {
		this.messages = messages;
	}

	@MessageMapping("/chat")
	CompletionStage<Posted> postToLobby(User sender, Draft draft) {
		return this.messages.post(TopicName.LOBBY, sender, draft);
	}

	@MessageMapping("/chat.{topic}")
	CompletionStage<Posted> post(@DestinationVariable String topic, User sender, Draft draft) {
		return this.messages.post(new TopicName(topic), sender, draft);
	}

}
