package chat.hubbub.presence;

import java.util.Map;

import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Controller;

import chat.hubbub.account.User;

/** Handles SEND to {@code /app/presence}: the user has gone away or has returned. */
@Controller
class PresenceController {

	private final Visits visits;

	PresenceController(Visits visits) {
		this.visits = visits;
	}

	@MessageMapping("/presence")
	void note(User user, @Payload Whereabouts whereabouts, SimpMessageHeaderAccessor frame) {
		Map<String, Object> attributes = frame.getSessionAttributes();
		if (attributes != null) {
			this.visits.away(Visit.of(user, attributes), whereabouts.away());
		}
	}

	/**
	 * The body of the frame.
	 *
	 * @param away whether the user has made no input on this connection for some time
	 */
	record Whereabouts(boolean away) {

	}

}
