package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;

/** A topic that is not there. */
@SuppressWarnings("serial")
public final class TopicNotFound extends Refusal {

	TopicNotFound(TopicName name) {
		super(Kind.NOT_FOUND, "topic.unknown", "There is no topic " + name + ".");
	}

}
