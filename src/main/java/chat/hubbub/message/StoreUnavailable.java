package chat.hubbub.message;

import chat.hubbub.refusal.Refusal;

/** The store took nothing: the disk is full, say, or the server is stopping. */
@SuppressWarnings("serial")
public final class StoreUnavailable extends Refusal {

	StoreUnavailable() {
		super(Kind.UNAVAILABLE, "store.unavailable", "The message could not be stored. Please try again later.");
	}

}
