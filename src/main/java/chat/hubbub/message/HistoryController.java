package chat.hubbub.message;

import java.security.Principal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import chat.hubbub.account.User;
import chat.hubbub.account.Visitor;
import chat.hubbub.topic.TopicName;

/** A topic's history over HTTP, in pages by {@code seq} or time. */
@RestController
class HistoryController {

	private final Messages messages;

	private final Epochs epochs;

	HistoryController(Messages messages, Epochs epochs) {
		this.messages = messages;
		this.epochs = epochs;
	}

	@GetMapping("/api/topics/{topic}/messages")
	List<Posted> page(@PathVariable String topic, @RequestParam @Nullable String before,
			@RequestParam @Nullable String after, @RequestParam @Nullable String around,
			@RequestParam @Nullable String at, @RequestParam @Nullable String epoch,
			@RequestParam @Nullable String limit, @Nullable Principal principal) {
		User reader = Visitor.of(principal);
		TopicName name = new TopicName(topic);
		PageRequest page = PageRequest.of(before, after, around, at, limit);
		return switch (page.direction()) {
			case BACK -> this.messages.before(name, reader, page.seq(), page.limit());
			case AROUND -> around(name, reader, page);
			case FORWARD -> after(name, reader, page, epoch);
		};
	}

	private List<Posted> around(TopicName topic, User reader, PageRequest page) {
		Instant time = page.at();
		return (time != null) ? this.messages.at(topic, reader, time, page.limit())
				: this.messages.around(topic, reader, page.seq(), page.limit());
	}

	private List<Posted> after(TopicName topic, User reader, PageRequest page, @Nullable String epoch) {
		List<Posted> messages = this.messages.after(topic, reader, page.seq(), page.limit());
		if (epoch != null && !this.epochs.hold(epoch, topic, page.seq())) {
			throw new HistoryReset();
		}
		return messages;
	}

}
