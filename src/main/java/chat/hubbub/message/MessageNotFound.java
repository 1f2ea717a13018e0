package chat.hubbub.message;

import chat.hubbub.refusal.Refusal;

/** The refusal of a number without a message. */
@SuppressWarnings("serial")
public final class MessageNotFound extends Refusal {

	/** Refuses it. */
	public MessageNotFound() {
		super(Kind.NOT_FOUND, "message.unknown");
	}

}
