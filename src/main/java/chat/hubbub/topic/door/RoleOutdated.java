package chat.hubbub.topic.door;

import chat.hubbub.refusal.Refusal;

/** The end of a connection whose user has another role now. */
@SuppressWarnings("serial")
final class RoleOutdated extends Refusal {

	RoleOutdated() {
		super(Kind.UNAVAILABLE, "session.ended", "Your role on this server has changed. Please connect again.");
	}

}
