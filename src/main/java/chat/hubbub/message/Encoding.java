package chat.hubbub.message;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import chat.hubbub.broker.wire.CustomHeaders;
import chat.hubbub.broker.wire.EncodedMessage;

/** Encodes events for the broker. Thread-safe. */
@Component
class Encoding {

	private final JsonMapper json;

	Encoding(JsonMapper json) {
		this.json = json;
	}

	EncodedMessage encode(Event event) {
		return EncodedMessage.event(event.topicName().destination(), event.seq(), this.json.writeValueAsBytes(event),
				(event instanceof Posted posted) ? posted.text() : "",
				(event instanceof Posted posted) ? posted.headers() : CustomHeaders.NONE);
	}

}
