package chat.hubbub.message;

import chat.hubbub.account.User;
import chat.hubbub.topic.TopicName;

/**
 * A message that shall be deleted.
 *
 * @param topic where
 * @param seq its number
 * @param sender the name of whoever posted it
 * @param by who wants it
 */
record Deletion(TopicName topic, long seq, String sender, User by) {

	/** What becomes of it. */
	MessageDeleted done() {
		return new MessageDeleted(this.topic, this.seq, this.sender, this.by);
	}

}
