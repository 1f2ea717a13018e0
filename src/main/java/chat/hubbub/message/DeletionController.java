package chat.hubbub.message;

import java.security.Principal;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import chat.hubbub.account.Visitor;
import chat.hubbub.topic.TopicName;

/** Deletes a message over HTTP; repeating this has no effect. */
@RestController
class DeletionController {

	private final Messages messages;

	DeletionController(Messages messages) {
		this.messages = messages;
	}

	@DeleteMapping("/api/topics/{topic}/messages/{seq}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String topic, @PathVariable long seq, @Nullable Principal principal) {
		this.messages.delete(new TopicName(topic), Visitor.of(principal), seq);
	}

}
