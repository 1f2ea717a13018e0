package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;

/** The refusal of a message that would reach no other person. */
@SuppressWarnings("serial")
final class ConversationClosed extends Refusal {

	ConversationClosed() {
		super(Kind.FORBIDDEN, "conversation.closed");
	}

}
