package chat.hubbub.broker;

import chat.hubbub.refusal.Refusal;

/** No handler is there for a destination. */
@SuppressWarnings("serial")
final class UnknownDestination extends Refusal {

	UnknownDestination() {
		super(Kind.NOT_FOUND, "destination.unknown", "There is no handler for this destination.");
	}

}
