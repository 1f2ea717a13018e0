package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal to open one more conversation without a message. */
@SuppressWarnings("serial")
final class ConversationLimit extends Refusal {

	ConversationLimit() {
		super(Kind.TOO_MANY, "conversation.limit",
				Phrase.of("conversation.limit").with("most", Conversations.MAX_EMPTY));
	}

}
