package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;

/** The refusal of a topic that does not exist, or that the user may not know of. */
@SuppressWarnings("serial")
public final class TopicNotFound extends Refusal {

	TopicNotFound(TopicName name) {
		super(Kind.NOT_FOUND, "topic.unknown", "There is no topic " + name + ".");
	}

}
