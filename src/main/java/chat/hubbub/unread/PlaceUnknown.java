package chat.hubbub.unread;

import chat.hubbub.refusal.Refusal;

/** The refusal of a destination whose messages are not counted. */
@SuppressWarnings("serial")
final class PlaceUnknown extends Refusal {

	PlaceUnknown() {
		super(Kind.NOT_FOUND, "destination.unknown");
	}

}
