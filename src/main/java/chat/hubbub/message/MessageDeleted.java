package chat.hubbub.message;

import chat.hubbub.account.User;
import chat.hubbub.audit.Act;
import chat.hubbub.audit.Audited;
import chat.hubbub.topic.TopicName;

/**
 * A message was deleted. The event does not contain its text.
 *
 * @param topic its topic
 * @param seq its number
 * @param sender the name of its author
 * @param by the user who deleted it
 */
public record MessageDeleted(TopicName topic, long seq, String sender, User by) implements Audited {

	@Override
	public Act act() {
		return new Act(this.by.getName(), "message.deleted", this.topic.value(), this.sender, "message " + this.seq);
	}

}
