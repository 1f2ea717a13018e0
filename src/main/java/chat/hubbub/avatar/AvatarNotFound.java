package chat.hubbub.avatar;

import chat.hubbub.refusal.Refusal;

/** The refusal of an address without a picture. */
@SuppressWarnings("serial")
final class AvatarNotFound extends Refusal {

	AvatarNotFound() {
		super(Kind.NOT_FOUND, "avatar.unknown");
	}

}
