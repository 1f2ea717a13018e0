package chat.hubbub.avatar;

import chat.hubbub.refusal.Refusal;

/** The refusal of a picture with too many pixels. */
@SuppressWarnings("serial")
final class AvatarTooLarge extends Refusal {

	AvatarTooLarge() {
		super(Kind.INVALID, "avatar.too-large");
	}

}
