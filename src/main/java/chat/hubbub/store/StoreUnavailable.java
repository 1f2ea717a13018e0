package chat.hubbub.store;

import chat.hubbub.refusal.Refusal;

/**
 * The store rejected a write, for example because the disk is full or the server is
 * stopping.
 */
@SuppressWarnings("serial")
public final class StoreUnavailable extends Refusal {

	/** Refuses to store something. */
	public StoreUnavailable() {
		super(Kind.UNAVAILABLE, "store.unavailable");
	}

}
