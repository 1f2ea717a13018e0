package chat.hubbub.moderation;

/** Why somebody is muted or banned, in words. */
final class Reason {

	private Reason() {
	}

	/** For behind a sentence, with a blank before it; empty where no reason was given. */
	static String inWords(String reason) {
		return reason.isEmpty() ? "" : " Reason: " + reason;
	}

}
