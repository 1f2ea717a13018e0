package chat.hubbub.push;

import chat.hubbub.refusal.Refusal;

/** The refusal of a subscription, because this server has Web Push turned off. */
@SuppressWarnings("serial")
final class PushOff extends Refusal {

	PushOff() {
		super(Kind.NOT_FOUND, "push.off");
	}

}
