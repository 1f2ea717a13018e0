package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;

/** A title or a description that breaks the rules of {@link Topic}. */
@SuppressWarnings("serial")
public final class IllFormedTopic extends Refusal {

	IllFormedTopic() {
		super(Kind.INVALID, "topic.ill-formed", "A topic has a title of at most " + Topic.MAX_TITLE
				+ " characters and a description of at most " + Topic.MAX_DESCRIPTION + ".");
	}

}
