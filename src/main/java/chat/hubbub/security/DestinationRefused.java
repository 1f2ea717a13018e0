package chat.hubbub.security;

import chat.hubbub.refusal.Refusal;

/** A destination that a client may not name. */
@SuppressWarnings("serial")
final class DestinationRefused extends Refusal {

	private DestinationRefused(Kind kind, String code, String sentence) {
		super(kind, code, sentence);
	}

	static DestinationRefused forbidden() {
		return new DestinationRefused(Kind.FORBIDDEN, "destination.forbidden",
				"Clients send to /app/... and subscribe to /topic/..., /app/... or /user/queue/...");
	}

	static DestinationRefused pattern() {
		return new DestinationRefused(Kind.INVALID, "destination.pattern",
				"Topics and one's own queues are subscribed to by name, not by a pattern that might match them.");
	}

}
