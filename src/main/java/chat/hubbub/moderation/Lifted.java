package chat.hubbub.moderation;

import chat.hubbub.account.User;
import chat.hubbub.audit.Act;
import chat.hubbub.audit.Audited;
import chat.hubbub.topic.TopicName;

/**
 * A mute or a ban was lifted before its time.
 *
 * @param sanction what was lifted
 * @param by who lifted it
 */
record Lifted(Sanction sanction, User by) implements Audited {

	@Override
	public Act act() {
		TopicName topic = this.sanction.topic();
		return new Act(this.by.getName(), (this.sanction.measure() == Measure.BAN) ? "user.unbanned" : "user.unmuted",
				(topic != null) ? topic.value() : null, this.sanction.subject().username().value(), "");
	}

}
