package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;

/** The refusal of a name that breaks the rules of {@link TopicName}. */
@SuppressWarnings("serial")
public final class IllFormedTopicName extends Refusal {

	IllFormedTopicName() {
		super(Kind.INVALID, "topic.ill-formed", "A topic's name has 1 to " + TopicName.MAX_LENGTH
				+ " characters: a to z, 0 to 9, and hyphens between them.");
	}

}
