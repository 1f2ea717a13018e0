package chat.hubbub.message;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import chat.hubbub.broker.EncodedMessage;

/** How an event travels. Thread-safe. */
@Component
class Encoding {

	private final JsonMapper json;

	Encoding(JsonMapper json) {
		this.json = json;
	}

	EncodedMessage encode(Posted posted) {
		return EncodedMessage.event(posted.topicName().destination(), posted.seq(), this.json.writeValueAsBytes(posted),
				posted.text(), posted.headers());
	}

}
