package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a topic that breaks the rules of {@link Topic}. */
@SuppressWarnings("serial")
public final class IllFormedTopic extends Refusal {

	private IllFormedTopic(Phrase sentence) {
		super(Kind.INVALID, "topic.ill-formed", sentence);
	}

	static IllFormedTopic texts() {
		return new IllFormedTopic(
				Phrase.of("topic.texts").with("title", Topic.MAX_TITLE).with("description", Topic.MAX_DESCRIPTION));
	}

	static IllFormedTopic access() {
		return new IllFormedTopic(Phrase.of("topic.access"));
	}

	static IllFormedTopic reserved() {
		return new IllFormedTopic(Phrase.of("topic.reserved").with("prefix", TopicName.RESERVED));
	}

	static IllFormedTopic lobby() {
		return new IllFormedTopic(Phrase.of("topic.lobby"));
	}

}
