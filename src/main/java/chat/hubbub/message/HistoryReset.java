package chat.hubbub.message;

import chat.hubbub.refusal.Refusal;

/** The store was set back since a reader had the number from which to read on. */
@SuppressWarnings("serial")
public final class HistoryReset extends Refusal {

	HistoryReset() {
		super(Kind.CONFLICT, "history.reset",
				"The history of this server was reset. Discard your copy of this topic and read it again.");
	}

}
