package chat.hubbub.broker.spring;

import chat.hubbub.refusal.Refusal;

/** The refusal of a destination without a handler. */
@SuppressWarnings("serial")
public final class UnknownDestination extends Refusal {

	/** The refusal, code {@code destination.unknown}. */
	public UnknownDestination() {
		super(Kind.NOT_FOUND, "destination.unknown");
	}

}
