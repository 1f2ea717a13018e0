package chat.hubbub.webhook.outgoing;

/** The cursor was moved elsewhere, or the webhook was revoked or turned off. */
@SuppressWarnings("serial")
final class CursorElsewhere extends RuntimeException {

	CursorElsewhere(OutgoingHook hook) {
		super("The cursor of " + hook + " is elsewhere");
	}

}
