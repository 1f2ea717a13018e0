package chat.hubbub.stomp;

/** The prefixes of all destinations. */
public final class Destinations {

	/**
	 * The prefix of destinations that clients send to; the value of a
	 * {@code @MessageMapping} follows it.
	 */
	public static final String APP = "/app/";

	/** The prefix of destinations that the broker delivers to all subscribers. */
	public static final String TOPIC = "/topic/";

	/** The prefix of queues that the broker delivers to one user only. */
	public static final String USER_QUEUE = "/user/queue/";

	/** The queue that reports refusals to a client. */
	public static final String ERRORS = USER_QUEUE + "errors";

	private Destinations() {
	}

}
