package chat.hubbub.message;

import java.security.Principal;
import java.time.Instant;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
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

	static final String PATH = "/api/topics/{topic}/messages";

	private final Messages messages;

	private final Epochs epochs;

	private final HistoryRoom room;

	HistoryController(Messages messages, Epochs epochs, HistoryRoom room) {
		this.messages = messages;
		this.epochs = epochs;
		this.room = room;
	}

	@GetMapping(PATH)
	List<Posted> page(@PathVariable String topic, @RequestParam @Nullable String before,
			@RequestParam @Nullable String after, @RequestParam @Nullable String around,
			@RequestParam @Nullable String at, @RequestParam @Nullable String epoch,
			@RequestParam @Nullable String limit, @Nullable Principal principal, HttpServletRequest request) {
		User reader = Visitor.of(principal);
		TopicName name = new TopicName(topic);
		PageRequest page = PageRequest.of(before, after, around, at, limit);
		return switch (page.direction()) {
			case BACK -> this.room.fit(this.messages.before(name, reader, page.seq(), page.limit()), request);
			case AROUND -> fittingAround(name, reader, page, request);
			case FORWARD -> this.room.fit(after(name, reader, page, epoch), request);
		};
	}

	/** A page that is too large would lose its middle; that message alone has room. */
	private List<Posted> fittingAround(TopicName topic, User reader, PageRequest page, HttpServletRequest request) {
		List<Posted> around = around(topic, reader, page, page.limit());
		return (this.room.fit(around, request).size() == around.size()) ? around : around(topic, reader, page, 1);
	}

	private List<Posted> around(TopicName topic, User reader, PageRequest page, int limit) {
		Instant time = page.at();
		return (time != null) ? this.messages.at(topic, reader, time, limit)
				: this.messages.around(topic, reader, page.seq(), limit);
	}

	private List<Posted> after(TopicName topic, User reader, PageRequest page, @Nullable String epoch) {
		List<Posted> messages = this.messages.after(topic, reader, page.seq(), page.limit());
		if (epoch != null && !this.epochs.hold(epoch, topic, page.seq())) {
			throw new HistoryReset();
		}
		return messages;
	}

}
