package chat.hubbub.account;

/** How much of a long list is told at once. */
final class Keyset {

	/** What is told to who does not say how much they want. */
	static final String DEFAULT = "100";

	private static final int MOST = 200;

	private Keyset() {
	}

	/** What is told of what was asked for: 1 to 200. */
	static int bounded(int limit) {
		return Math.max(1, Math.min(limit, MOST));
	}

}
