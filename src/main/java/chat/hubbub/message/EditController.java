package chat.hubbub.message;

import java.security.Principal;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

import chat.hubbub.account.User;
import chat.hubbub.account.Visitor;
import chat.hubbub.topic.TopicName;

/**
 * Edits a message, for SEND to {@code /app/edit} and {@code /app/edit.TOPIC} and over
 * HTTP; repeating this has no effect.
 */
@Controller
class EditController {

	private static final String EXAMPLE = "{\"text\":\"Hello\"}";

	private final Messages messages;

	EditController(Messages messages) {
		this.messages = messages;
	}

	@MessageMapping("/edit")
	CompletionStage<?> editInLobby(User author, Revision revision) {
		return this.messages.edit(TopicName.LOBBY, author, revision);
	}

	@MessageMapping("/edit.{topic}")
	CompletionStage<?> edit(@DestinationVariable String topic, User author, Revision revision) {
		return this.messages.edit(new TopicName(topic), author, revision);
	}

	@PatchMapping("/api/topics/{topic}/messages/{seq}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@ResponseBody
	void edit(@PathVariable String topic, @PathVariable long seq, @RequestBody Text body,
			@Nullable Principal principal) {
		if (body.text() == null) {
			throw IllFormedDraft.body(EXAMPLE);
		}
		Messages.await(this.messages.edit(new TopicName(topic), Visitor.of(principal),
				new Revision(seq, new Content(body.text()))));
	}

	/**
	 * The body of a request.
	 *
	 * @param text the new text
	 */
	record Text(@Nullable String text) {

	}

}
