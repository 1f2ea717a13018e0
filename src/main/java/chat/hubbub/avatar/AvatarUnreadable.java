package chat.hubbub.avatar;

import chat.hubbub.refusal.Refusal;

/** The refusal of a file that is not a readable picture. */
@SuppressWarnings("serial")
final class AvatarUnreadable extends Refusal {

	AvatarUnreadable() {
		super(Kind.INVALID, "avatar.unreadable");
	}

}
