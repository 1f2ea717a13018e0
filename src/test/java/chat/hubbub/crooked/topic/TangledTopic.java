package chat.hubbub.crooked.topic;

import chat.hubbub.crooked.topic.door.TangledDoor;

/**
 * A topic that uses the door which uses it, though each may know the package of the
 * other.
 */
public class TangledTopic {

	public String describe(TangledDoor door) {
		return door.toString();
	}

}
