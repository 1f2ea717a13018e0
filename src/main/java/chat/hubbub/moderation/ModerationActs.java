package chat.hubbub.moderation;

import java.time.Instant;

import chat.hubbub.account.User;
import chat.hubbub.audit.Act;
import chat.hubbub.topic.TopicName;

/** Describes mutes and bans for the audit log. */
final class ModerationActs {

	private ModerationActs() {
	}

	static Act imposed(Sanction sanction, User by) {
		Instant until = sanction.until();
		StringBuilder detail = new StringBuilder((until != null) ? "until " + until : "for good");
		if (!sanction.addresses().isEmpty()) {
			detail.append(", from ").append(sanction.addresses());
		}
		if (!sanction.reason().isEmpty()) {
			detail.append(": ").append(sanction.reason());
		}
		String name = (sanction.measure() == Measure.BAN) ? "user.banned" : "user.muted";
		return act(sanction, by, name, detail.toString());
	}

	static Act lifted(Sanction sanction, User by) {
		String name = (sanction.measure() == Measure.BAN) ? "user.unbanned" : "user.unmuted";
		return act(sanction, by, name, "");
	}

	private static Act act(Sanction sanction, User by, String name, String detail) {
		TopicName topic = sanction.topic();
		return new Act(by.getName(), name, (topic != null) ? topic.value() : null,
				sanction.subject().username().value(), detail);
	}

}
