package chat.hubbub.push;

import chat.hubbub.refusal.Refusal;

/** The refusal of a subscription that no browser makes. */
@SuppressWarnings("serial")
final class PushRefused extends Refusal {

	PushRefused() {
		super(Kind.INVALID, "push.ill-formed");
	}

}
