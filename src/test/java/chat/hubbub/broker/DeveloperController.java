package chat.hubbub.broker;

import java.util.Map;

import org.springframework.context.annotation.Profile;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.stereotype.Controller;

/** An example of a developer's controller; only in servers with its profile. */
@Controller
@Profile("developer")
class DeveloperController {

	static final String SECRET = "the password is sesame";

	@MessageMapping("/coin")
	@SendTo("/topic/coin")
	Map<String, String> toss() {
		return Map.of("side", "heads");
	}

	/** More specific than the mapping of all topics. */
	@MessageMapping("/chat.suggestions")
	@SendTo("/topic/suggestions")
	Map<String, String> suggest() {
		return Map.of("thanks", "ada");
	}

	@MessageMapping("/boom")
	void fail() {
		throw new IllegalStateException(SECRET);
	}

}
