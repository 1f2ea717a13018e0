package chat.hubbub.message;

import chat.hubbub.refusal.Refusal;

/** A number that no message of the topic has. */
@SuppressWarnings("serial")
public final class MessageNotFound extends Refusal {

	MessageNotFound() {
		super(Kind.NOT_FOUND, "message.unknown", "There is no message with this number in this topic.");
	}

}
