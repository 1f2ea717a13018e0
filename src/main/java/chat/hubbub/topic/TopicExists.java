package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal to create a topic that already exists. */
@SuppressWarnings("serial")
public final class TopicExists extends Refusal {

	TopicExists(TopicName name) {
		super(Kind.CONFLICT, "topic.exists", Phrase.of("topic.exists").with("name", name));
	}

}
