package chat.hubbub.broker.spring;

import chat.hubbub.refusal.Refusal;

/** No handler is there for a destination. */
@SuppressWarnings("serial")
public final class UnknownDestination extends Refusal {

	public UnknownDestination() {
		super(Kind.NOT_FOUND, "destination.unknown", "There is no handler for this destination.");
	}

}
