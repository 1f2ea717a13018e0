package chat.hubbub.moderation;

import java.time.Instant;

import chat.hubbub.account.User;
import chat.hubbub.audit.Act;
import chat.hubbub.audit.Audited;
import chat.hubbub.topic.TopicName;

/**
 * Somebody was muted or banned.
 *
 * @param sanction what was imposed
 * @param by who imposed it
 */
record Imposed(Sanction sanction, User by) implements Audited {

	@Override
	public Act act() {
		TopicName topic = this.sanction.topic();
		Instant until = this.sanction.until();
		StringBuilder detail = new StringBuilder((until != null) ? "until " + until : "for good");
		if (!this.sanction.addresses().isEmpty()) {
			detail.append(", from ").append(this.sanction.addresses());
		}
		if (!this.sanction.reason().isEmpty()) {
			detail.append(": ").append(this.sanction.reason());
		}
		return new Act(this.by.getName(), (this.sanction.measure() == Measure.BAN) ? "user.banned" : "user.muted",
				(topic != null) ? topic.value() : null, this.sanction.subject().username().value(), detail.toString());
	}

}
