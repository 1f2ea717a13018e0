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

/** Removes the preview of a message; repeating this has no effect. */
@RestController
class PreviewController {

	private final Messages messages;

	PreviewController(Messages messages) {
		this.messages = messages;
	}

	@DeleteMapping("/api/topics/{topic}/messages/{seq}/preview")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@PathVariable String topic, @PathVariable long seq, @Nullable Principal principal) {
		Messages.await(this.messages.removePreview(new TopicName(topic), Visitor.of(principal), seq));
	}

}
