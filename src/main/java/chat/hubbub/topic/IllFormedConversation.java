package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a conversation between too few people or too many. */
@SuppressWarnings("serial")
final class IllFormedConversation extends Refusal {

	IllFormedConversation() {
		super(Kind.INVALID, "conversation.ill-formed",
				Phrase.of("conversation.ill-formed").with("most", Conversations.MAX_PEOPLE));
	}

}
