package chat.hubbub.topic.door;

import chat.hubbub.refusal.Refusal;

/** A connection of somebody who may do more, or less, than when it began. */
@SuppressWarnings("serial")
final class RoleOutdated extends Refusal {

	RoleOutdated() {
		super(Kind.UNAVAILABLE, "session.ended", "Your role on this server has changed. Please connect again.");
	}

}
