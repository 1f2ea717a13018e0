package chat.hubbub.account;

/** The page size of long lists. */
public final class Keyset {

	/** The default page size. */
	public static final String DEFAULT = "100";

	private static final int MOST = 200;

	private Keyset() {
	}

	/** The requested page size, limited to 1 to 200. */
	public static int bounded(int limit) {
		return Math.max(1, Math.min(limit, MOST));
	}

}
