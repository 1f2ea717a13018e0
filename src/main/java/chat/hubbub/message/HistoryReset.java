package chat.hubbub.message;

import chat.hubbub.refusal.Refusal;

/** The refusal to read on from a number after the server was restored from a backup. */
@SuppressWarnings("serial")
public final class HistoryReset extends Refusal {

	HistoryReset() {
		super(Kind.CONFLICT, "history.reset");
	}

}
