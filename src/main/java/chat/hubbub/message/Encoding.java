package chat.hubbub.message;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import chat.hubbub.broker.CustomHeaders;
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

	EncodedMessage encode(Event event) {
		if (event instanceof Posted posted) {
			return encode(posted);
		}
		return EncodedMessage.event(event.topicName().destination(), event.seq(), this.json.writeValueAsBytes(event),
				"", CustomHeaders.NONE);
	}

}
