package chat.hubbub.topic;

import chat.hubbub.refusal.Refusal;

/** A topic that is to be created and is there already. */
@SuppressWarnings("serial")
public final class TopicExists extends Refusal {

	TopicExists(TopicName name) {
		super(Kind.CONFLICT, "topic.exists", "The topic " + name + " already exists.");
	}

}
