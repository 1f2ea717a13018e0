package chat.hubbub.crooked.topic.door;

import chat.hubbub.crooked.topic.StraightTopic;

/** A room that uses the root of its feature, as it may. */
public class StraightDoor {

	public StraightTopic topic() {
		return new StraightTopic();
	}

}
