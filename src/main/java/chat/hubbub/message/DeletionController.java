package chat.hubbub.message;

import java.security.Principal;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

import chat.hubbub.account.User;
import chat.hubbub.account.Visitor;
import chat.hubbub.topic.TopicName;

/**
 * Deletes a message, for SEND to {@code /app/delete} and {@code /app/delete.TOPIC} and
 * over HTTP; repeating this has no effect.
 */
@Controller
class DeletionController {

	private final Messages messages;

	DeletionController(Messages messages) {
		this.messages = messages;
	}

	@MessageMapping("/delete")
	CompletionStage<?> deleteInLobby(User user, Target target) {
		return this.messages.delete(TopicName.LOBBY, user, target.seq());
	}

	@MessageMapping("/delete.{topic}")
	CompletionStage<?> delete(@DestinationVariable String topic, User user, Target target) {
		return this.messages.delete(new TopicName(topic), user, target.seq());
	}

	@DeleteMapping("/api/topics/{topic}/messages/{seq}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@ResponseBody
	void delete(@PathVariable String topic, @PathVariable long seq, @Nullable Principal principal) {
		Messages.await(this.messages.delete(new TopicName(topic), Visitor.of(principal), seq));
	}

}
