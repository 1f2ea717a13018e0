package chat.hubbub.webhook.outgoing;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import chat.hubbub.message.Event;
import chat.hubbub.outgoing.AddressForbidden;
import chat.hubbub.outgoing.OutgoingRequests;

/** Sends an event to the receiver of a webhook. Thread-safe; blocks. */
@Component
class Sender {

	/** The maximum time of a request. */
	private static final Duration LIMIT = Duration.ofSeconds(10);

	/** The receiver wants no more. */
	private static final int GONE = 410;

	private static final int FIRST_SUCCESS = 200;

	private static final int LAST_SUCCESS = 299;

	private final OutgoingRequests requests;

	private final JsonMapper json;

	private final Clock clock;

	Sender(OutgoingRequests requests, JsonMapper json, Clock clock) {
		this.requests = requests;
		this.json = json;
		this.clock = clock;
	}

	/** One attempt to send an event. */
	Attempt send(OutgoingHook hook, Event event) {
		byte[] body = this.json.writeValueAsBytes(event);
		String timestamp = Long.toString(this.clock.instant().getEpochSecond());
		Map<String, String> headers = Map.of("Hubbub-Event", event.topicName() + "-" + event.seq(), "Hubbub-Timestamp",
				timestamp, "Hubbub-Signature", Signature.of(hook.secret(), timestamp, body));
		try {
			return result(this.requests.post(hook.address(), headers, body, LIMIT));
		}
		catch (AddressForbidden ex) {
			return new Attempt(Attempt.Result.FAILED, ex.code());
		}
		catch (IOException ex) {
			return new Attempt(Attempt.Result.FAILED, "no answer");
		}
	}

	private static Attempt result(int status) {
		if (status >= FIRST_SUCCESS && status <= LAST_SUCCESS) {
			return new Attempt(Attempt.Result.DELIVERED, "");
		}
		return new Attempt((status == GONE) ? Attempt.Result.GONE : Attempt.Result.FAILED, "status " + status);
	}

}
