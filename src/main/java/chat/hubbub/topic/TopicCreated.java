package chat.hubbub.topic;

import chat.hubbub.account.User;
import chat.hubbub.audit.Act;
import chat.hubbub.audit.Audited;

/**
 * A topic has been created.
 *
 * @param rights the new topic, and what each user may do there
 * @param by who created it
 */
public record TopicCreated(Rights rights, User by) implements Audited {

	/**
	 * The new topic.
	 * @return the topic
	 */
	public Topic topic() {
		return this.rights.topic();
	}

	@Override
	public Act act() {
		return new Act(this.by.getName(), "topic.created", topic().name().value(), null,
				"for " + topic().access() + (topic().announcements() ? ", announcements" : ""));
	}

}
