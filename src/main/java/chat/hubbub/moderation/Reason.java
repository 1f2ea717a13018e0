package chat.hubbub.moderation;

/** The reason of a mute or a ban in words. */
final class Reason {

	private Reason() {
	}

	/**
	 * The reason with a blank before it, to follow a sentence; empty without a reason.
	 */
	static String inWords(String reason) {
		return reason.isEmpty() ? "" : " Reason: " + reason;
	}

}
