package chat.hubbub.unread;

import chat.hubbub.refusal.Refusal;

/** The refusal of a mark after the newest event of a topic. */
@SuppressWarnings("serial")
final class MarkAhead extends Refusal {

	MarkAhead() {
		super(Kind.INVALID, "mark.ahead");
	}

}
