package chat.hubbub.push;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import chat.hubbub.account.Secret;
import chat.hubbub.outgoing.AddressForbidden;
import chat.hubbub.outgoing.OutgoingRequests;

/** Sends a message to a push service (RFC 8030). Thread-safe; blocks. */
@Component
class PushRequest {

	private static final Duration LIMIT = Duration.ofSeconds(5);

	/** The maximum length of a topic (RFC 8030, 5.4). */
	private static final int TOPIC_LENGTH = 32;

	private static final int NOT_FOUND = 404;

	private static final int GONE = 410;

	private static final int TOO_MANY = 429;

	private static final int FIRST_SUCCESS = 200;

	private static final int LAST_SUCCESS = 299;

	private static final int FIRST_FAULT = 500;

	private final OutgoingRequests requests;

	private final Vapid vapid;

	private final Clock clock;

	PushRequest(OutgoingRequests requests, Vapid vapid, Clock clock) {
		this.requests = requests;
		this.vapid = vapid;
		this.clock = clock;
	}

	/** One attempt to tell a browser of a message. */
	Answer send(Waiting message, byte[] told) {
		Subscription subscription = message.subscription();
		URI endpoint = subscription.endpoint();
		Duration left = Duration.between(this.clock.instant(), message.expiresAt());
		Map<String, String> headers = Map.of("Content-Encoding", "aes128gcm", "TTL",
				String.valueOf(Math.max(0, left.toSeconds())), "Urgency", "high", "Topic", topic(message),
				"Authorization", this.vapid.authorization(endpoint, subscription.page()));
		try {
			OutgoingRequests.Response response = this.requests.post(endpoint, headers, "application/octet-stream",
					Encryption.encrypt(told, subscription.key(), subscription.secret()), LIMIT);
			return new Answer(outcome(response.status()), pause(response.retryAfter()));
		}
		catch (AddressForbidden | IOException ex) {
			return new Answer(Outcome.LATER, Duration.ZERO);
		}
	}

	/** A newer message of the topic replaces one that the service still has. */
	private static String topic(Waiting message) {
		return new Secret(message.subscription().id() + message.topic()).hash().substring(0, TOPIC_LENGTH);
	}

	private static Outcome outcome(int status) {
		if (status >= FIRST_SUCCESS && status <= LAST_SUCCESS) {
			return Outcome.TOLD;
		}
		if (status == NOT_FOUND || status == GONE) {
			return Outcome.GONE;
		}
		return (status == TOO_MANY || status >= FIRST_FAULT) ? Outcome.LATER : Outcome.REFUSED;
	}

	/** Seconds, or a date (RFC 9110, 10.2.3). */
	private Duration pause(@Nullable String retryAfter) {
		if (retryAfter == null) {
			return Duration.ZERO;
		}
		try {
			return retryAfter.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(retryAfter))
					: Duration.between(this.clock.instant(), date(retryAfter));
		}
		catch (DateTimeParseException ex) {
			return Duration.ZERO;
		}
	}

	private static Instant date(String text) {
		return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
	}

	/**
	 * The answer of a push service.
	 *
	 * @param outcome its meaning
	 * @param pause the time for which it wants no requests; zero or less if it did not
	 * say
	 */
	record Answer(Outcome outcome, Duration pause) {

	}

	/** The meaning of an answer. */
	enum Outcome {

		/** The service has the message. */
		TOLD,

		/** The message is to be tried again. */
		LATER,

		/** The service does not take the message. */
		REFUSED,

		/** The subscription has ended. */
		GONE

	}

}
