package chat.hubbub.presence;

import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.stereotype.Controller;

import chat.hubbub.account.User;

/**
 * Handles SEND to {@code /app/typing}, {@code /app/typing.TOPIC} and, for a developer's
 * {@link Gathering}, {@code /app/typing/NAME}. The body does not matter.
 */
@Controller
class TypingController {

	private final Typing typing;

	private final Places places;

	TypingController(Typing typing, Places places) {
		this.typing = typing;
		this.places = places;
	}

	@MessageMapping("/typing")
	void inLobby(User user) {
		this.typing.began(Places.CHAT, user);
	}

	@MessageMapping("/typing.{topic}")
	void inTopic(@DestinationVariable String topic, User user) {
		this.typing.began(Places.CHAT + "." + topic, user);
	}

	@MessageMapping("/typing/{gathering}")
	void inGathering(@DestinationVariable String gathering, User user) {
		this.typing.began(this.places.named(gathering).orElseThrow(GatheringUnknown::new), user);
	}

}
