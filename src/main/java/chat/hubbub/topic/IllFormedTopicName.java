package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a name that breaks the rules of {@link TopicName}. */
@SuppressWarnings("serial")
public final class IllFormedTopicName extends Refusal {

	IllFormedTopicName() {
		super(Kind.INVALID, "topic.ill-formed", Phrase.of("topic.name").with("characters", TopicName.MAX_LENGTH));
	}

}
