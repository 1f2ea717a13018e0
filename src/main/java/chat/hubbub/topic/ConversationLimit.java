package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal to open one more conversation. */
@SuppressWarnings("serial")
final class ConversationLimit extends Refusal {

	private ConversationLimit(Phrase phrase) {
		super(Kind.TOO_MANY, "conversation.limit", phrase);
	}

	static ConversationLimit empty() {
		return new ConversationLimit(Phrase.of("conversation.limit").with("most", Conversations.MAX_EMPTY));
	}

	static ConversationLimit started() {
		return new ConversationLimit(Phrase.of("conversation.limit.started").with("most", Conversations.MAX_STARTED));
	}

}
