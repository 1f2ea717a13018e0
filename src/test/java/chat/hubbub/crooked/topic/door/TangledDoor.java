package chat.hubbub.crooked.topic.door;

import chat.hubbub.crooked.topic.TangledTopic;

/** A door that uses the topic which uses it. */
public class TangledDoor {

	public TangledTopic topic() {
		return new TangledTopic();
	}

}
