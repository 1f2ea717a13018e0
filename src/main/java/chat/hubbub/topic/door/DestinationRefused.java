package chat.hubbub.topic.door;

import chat.hubbub.refusal.Refusal;

/** The refusal of a destination that a client may not use. */
@SuppressWarnings("serial")
final class DestinationRefused extends Refusal {

	private DestinationRefused(Kind kind, String code, String sentence) {
		super(kind, code, sentence);
	}

	static DestinationRefused forbidden() {
		return new DestinationRefused(Kind.FORBIDDEN, "destination.forbidden",
				"Clients may send to /app/... and subscribe to /topic/..., /app/... or /user/queue/...");
	}

	static DestinationRefused pattern() {
		return new DestinationRefused(Kind.INVALID, "destination.pattern",
				"Subscribe to topics and to your own queues by name: a pattern that might match them is not allowed.");
	}

}
