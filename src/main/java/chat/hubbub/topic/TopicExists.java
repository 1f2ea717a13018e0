package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;

/** The refusal to create a topic that already exists. */
@SuppressWarnings("serial")
public final class TopicExists extends Refusal {

	TopicExists(TopicName name) {
		super(Kind.CONFLICT, "topic.exists", "The topic " + name + " already exists.");
	}

}
