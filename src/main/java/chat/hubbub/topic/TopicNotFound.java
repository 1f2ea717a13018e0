package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a topic that does not exist, or that the user may not know of. */
@SuppressWarnings("serial")
public final class TopicNotFound extends Refusal {

	TopicNotFound(TopicName name) {
		super(Kind.NOT_FOUND, "topic.unknown", Phrase.of("topic.unknown").with("name", name));
	}

}
