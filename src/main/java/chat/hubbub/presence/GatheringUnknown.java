package chat.hubbub.presence;

import chat.hubbub.refusal.Refusal;

/** The refusal of a destination whose people are not followed. */
@SuppressWarnings("serial")
final class GatheringUnknown extends Refusal {

	GatheringUnknown() {
		super(Kind.NOT_FOUND, "destination.unknown");
	}

}
