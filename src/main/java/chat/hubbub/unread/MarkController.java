package chat.hubbub.unread;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

import org.springframework.messaging.Message;
import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Controller;

import chat.hubbub.account.User;
import chat.hubbub.account.browser.BrowserGuest;
import chat.hubbub.presence.Gathering;
import chat.hubbub.topic.TopicName;

/**
 * Handles SEND to {@code /app/read} and {@code /app/read.TOPIC}: the user has read the
 * topic up to an event. And to {@code /app/preferences} and
 * {@code /app/preferences.TOPIC}: what the user wants to be told of it.
 */
@Controller
class MarkController {

	private final Marks marks;

	private final MarkRequest requests;

	MarkController(Marks marks, MarkRequest requests) {
		this.marks = marks;
		this.requests = requests;
	}

	@MessageMapping("/read")
	CompletionStage<Void> readLobby(Message<?> frame) {
		return read(TopicName.LOBBY, frame);
	}

	@MessageMapping("/read.{topic}")
	CompletionStage<Void> read(@DestinationVariable String topic, Message<?> frame) {
		return read(new TopicName(topic), frame);
	}

	/** The user has seen all messages to a developer's {@link Gathering}. */
	@MessageMapping("/read/{place}")
	void look(@DestinationVariable String place, Message<?> frame) {
		this.marks.look(person(frame), place);
	}

	@MessageMapping("/preferences")
	CompletionStage<Void> preferLobby(Message<?> frame) {
		return prefer(TopicName.LOBBY, frame);
	}

	@MessageMapping("/preferences.{topic}")
	CompletionStage<Void> prefer(@DestinationVariable String topic, Message<?> frame) {
		return prefer(new TopicName(topic), frame);
	}

	private CompletionStage<Void> read(TopicName topic, Message<?> frame) {
		String connection = SimpMessageHeaderAccessor.getSessionId(frame.getHeaders());
		return this.marks.move(user(frame), person(frame), topic, this.requests.move(frame),
				Watchers.queueOf(String.valueOf(connection)));
	}

	private CompletionStage<Void> prefer(TopicName topic, Message<?> frame) {
		return this.marks.prefer(user(frame), person(frame), topic, this.requests.wish(frame));
	}

	private static User user(Message<?> frame) {
		return (User) Objects.requireNonNull(SimpMessageHeaderAccessor.getUser(frame.getHeaders()));
	}

	private static String person(Message<?> frame) {
		Map<String, Object> attributes = SimpMessageHeaderAccessor.getSessionAttributes(frame.getHeaders());
		return BrowserGuest.person(user(frame), (attributes != null) ? attributes : Map.of());
	}

}
