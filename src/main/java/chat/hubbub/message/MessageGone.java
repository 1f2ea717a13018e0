package chat.hubbub.message;

import chat.hubbub.refusal.Refusal;

/** The refusal to do something with a deleted message. */
@SuppressWarnings("serial")
public final class MessageGone extends Refusal {

	/** Refuses it. */
	public MessageGone() {
		super(Kind.CONFLICT, "message.deleted");
	}

}
